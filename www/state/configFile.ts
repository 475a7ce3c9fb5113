// A run's settings as a file: the same JSON that the command line reads and every saved model carries.
import { signal } from "@preact/signals";
import { client } from "./engine";
import { form } from "./training";

/** Why the last file was refused, in the engine's words; null when it was taken. */
export const configFailure = signal<string | null>(null);

/** The settings on screen, as they are written to a file. */
export function configText(): string | null {
  return form.value && `${JSON.stringify(form.value, null, 2)}\n`;
}

/** Takes over settings from a file. What is refused changes nothing. */
export async function openConfig(text: string): Promise<void> {
  const engine = client.peek();
  if (!engine) return;
  try {
    form.value = await engine.ask("readConfig", { text });
    configFailure.value = null;
  } catch (cause) {
    configFailure.value = cause instanceof Error ? cause.message : String(cause);
  }
}
