// A run's settings as a file: the same JSON that the command line reads and every saved model carries.
import { WorkerFailure } from "../worker/client";
import { defaultConfig } from "./defaultConfigs";
import { client } from "./engine";
import { form, setForm } from "./form";
import { ofData } from "./opened";
import { nearestSystem } from "./systems";

/** Why the last file was refused; null when it was taken. */
export const configFailure = ofData<WorkerFailure | null>(null);

/** The settings on screen, as they are written to a file. */
export function configText(): string | null {
  return form.value && `${JSON.stringify(form.value, null, 2)}\n`;
}

/** Takes over settings from a file. What is refused changes nothing. */
export async function openConfig(text: string): Promise<void> {
  const engine = client.peek();
  if (!engine) return;
  try {
    const config = await engine.ask("readConfig", { text });
    const system = nearestSystem(config);
    if (system) await defaultConfig(system.id);
    setForm(config);
    configFailure.put(null);
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    configFailure.put(cause);
  }
}
