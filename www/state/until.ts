import { effect } from "@preact/signals";

/** Resolves once it holds. `holds` reads signals. */
export async function until(holds: () => boolean): Promise<void> {
  let stop = () => {};
  await new Promise<void>((resolve) => {
    stop = effect(() => {
      if (holds()) resolve();
    });
  });
  stop();
}
