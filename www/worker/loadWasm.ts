/** Bytes received so far; the total is null where the host does not tell it. */
export type OnProgress = (received: number, total: number | null) => void;

/**
 * Fetches a WebAssembly file and compiles it while it arrives. The response is compiled as it came: only beside one of its own
 * does a browser keep the compiled code for the next visit. Progress is counted on a copy.
 */
export async function compileWhileFetching(
  url: string,
  onProgress: OnProgress | null = null,
  get: (url: string) => Promise<Response> = fetch,
): Promise<WebAssembly.Module> {
  const response = await get(url);
  if (!response.ok || !response.body) throw new Error(`${url}: the server answered ${response.status}`);
  // A copy that breaks off does so because the response did, whose own error says why.
  if (onProgress) count(response.clone(), onProgress).catch(() => undefined);
  return WebAssembly.compileStreaming(withType(response));
}

/** Streaming compilation insists on the type, and some static hosts send .wasm without it. */
function withType(response: Response): Response {
  const type = "application/wasm";
  if (response.headers.get("content-type")?.toLowerCase() === type) return response;
  return new Response(response.body, { headers: { "content-type": type } });
}

async function count({ body, headers }: Response, onProgress: OnProgress): Promise<void> {
  const total = totalBytes(headers);
  const reader = body?.getReader();
  let received = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    received += part.value.byteLength;
    onProgress(received, total);
  }
}

/** The length counts compressed bytes when the host compresses; then the total of what arrives is unknown. */
function totalBytes(headers: Headers): number | null {
  const length = Number(headers.get("content-length"));
  return length > 0 && !headers.get("content-encoding") ? length : null;
}
