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
