// The small things that the page notes down with the browser: settings, how far exercises were brought, where a panel was scrolled to.
// All stand under names that begin alike. What another tab has noted of itself only that tab can forget.
import { byteSize, NOTHING, type Size } from "./byteSize";
import { openChannel } from "./database";

const PREFIX = "dif-sr.";
const CHANNEL = "dif-sr-lab notes";

const listeners = new Set<() => void>();

/** Calls back when they are forgotten, for whoever has read them and would write them again. */
export function onForgotten(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where a browser keeps nothing for the page, there are none, or even looking for them is refused. */
function storages(): Storage[] {
  return (["localStorage", "sessionStorage"] as const).flatMap((name) => {
    try {
      const storage: Storage | null | undefined = globalThis[name];
      return storage ? [storage] : [];
    } catch {
      return [];
    }
  });
}

const namesIn = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "").filter((name) => name.startsWith(PREFIX));

/** Of this tab's, and of those that all tabs share. */
export function sizeOfNotes(): Size {
  const all = storages().flatMap((storage) => namesIn(storage).map((name) => [name, storage.getItem(name) ?? ""]));
  return all.length > 0 ? { count: all.length, bytes: byteSize(all) } : NOTHING;
}

let channel: BroadcastChannel | null = null;

/** From now on this tab forgets its own when another one says so. */
export function hearOfForgetting(): void {
  if (channel) return;
  try {
    channel = openChannel(CHANNEL);
  } catch {
    // Where storage is forbidden, some browsers forbid this as well.
    return;
  }
  if (channel) channel.onmessage = forgetHere;
}

function forgetHere(): void {
  for (const storage of storages()) for (const name of namesIn(storage)) storage.removeItem(name);
  for (const listener of listeners) listener();
}

export function forgetNotes(): void {
  hearOfForgetting();
  forgetHere();
  channel?.postMessage("forget");
}
