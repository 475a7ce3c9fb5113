// The connection to the trainer, apart from the engine's: panels that train are not part of the first view.
import { engineCode } from "./engineCode";
import { type TrainerClient, TrainerConnection } from "./trainerClient";

/** The worker starts with the first `open`, not with the page. */
export function connectTrainer(): TrainerClient {
  const spawn = () => new Worker(new URL("./trainer.worker.ts", import.meta.url), { type: "module" });
  return new TrainerConnection(spawn, () => engineCode().compiled);
}
