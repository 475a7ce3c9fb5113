// The model that answers, for other programs.
import { WorkerFailure } from "../worker/client";
import { engineNow } from "./engine";

/** A model's file under the released code's names; null where no released code fits it. */
export async function forPyTorch(bytes: Uint8Array): Promise<Uint8Array | null | "unknown"> {
  try {
    return await engineNow().ask("forPyTorch", { bytes });
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    // The engine is starting anew.
    return "unknown";
  }
}
