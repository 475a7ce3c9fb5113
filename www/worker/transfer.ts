// Large arrays move between the page and its workers; whoever still needs them keeps a copy, and nobody makes a second one.

/** The buffers of every typed array in a plain result, each once: they move to the page instead of being copied. */
export function buffersOf(result: unknown): Transferable[] {
  const found = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      // A view of part of a buffer is copied: the rest may be in use, or be the engine's own memory.
      if (value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength) found.add(value.buffer);
    } else if (Array.isArray(value)) {
      // Lists of numbers are long and hold nothing to move.
      if (typeof value[0] === "object") for (const entry of value) visit(entry);
    } else if (typeof value === "object" && value !== null) {
      for (const entry of Object.values(value)) visit(entry);
    }
  };
  visit(result);
  return [...found];
}

export interface Sendable<Message> {
  readonly message: Message;
  readonly transfer: Transferable[];
}

/**
 * A message whose arrays are copied once and then move: the sender keeps its own. Sent as they are they would be copied twice,
 * into the message and out of it.
 */
export function copiedOnce<Message>(message: Message): Sendable<Message> {
  const transfer: Transferable[] = [];
  const move = (buffer: ArrayBufferLike) => {
    if (buffer instanceof ArrayBuffer) transfer.push(buffer);
  };
  const copy = (value: unknown): unknown => {
    if (value instanceof ArrayBuffer || isTypedArray(value)) {
      const own = value.slice();
      move(own instanceof ArrayBuffer ? own : own.buffer);
      return own;
    }
    if (Array.isArray(value)) return typeof value[0] === "object" ? value.map(copy) : value;
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copy(entry)]));
  };
  return { message: copy(message) as Message, transfer };
}

function isTypedArray(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Not a compiled module or another thing of the browser's, which are sent as they are. */
function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
