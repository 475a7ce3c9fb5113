/** The content of a file that was dropped; null where it was moved, changed or is not readable any more. */
export async function readBytes(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
