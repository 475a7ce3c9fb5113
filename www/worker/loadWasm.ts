/** Fetches a WebAssembly file so that it compiles while it arrives, and tells how much has. */
export async function fetchWithProgress(
  url: string,
  onProgress: (received: number, total: number | null) => void,
  get: (url: string) => Promise<Response> = fetch,
): Promise<Response> {
  const response = await get(url);
  if (!response.ok || !response.body) throw new Error(`${url}: the server answered ${response.status}`);
  const total = totalBytes(response.headers);
  let received = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        received += chunk.byteLength;
        onProgress(received, total);
        controller.enqueue(chunk);
      },
    }),
  );
  // The type is set here: some static hosts send .wasm without it, and streaming compilation insists.
  return new Response(counted, { headers: { "content-type": "application/wasm" } });
}

/** The length counts compressed bytes when the host compresses; then the total of what arrives is unknown. */
function totalBytes(headers: Headers): number | null {
  const length = Number(headers.get("content-length"));
  return length > 0 && !headers.get("content-encoding") ? length : null;
}
