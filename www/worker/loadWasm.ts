import {
  addressOf,
  fetchAnswer,
  fetchFailure,
  type Get,
  isWebPage,
  notArrived,
  type OnProgress,
  readBody,
} from "./fetchFile";

/** What every WebAssembly file begins with. */
const MAGIC = [0, 0x61, 0x73, 0x6d];

/**
 * Fetches a WebAssembly file and compiles it while it arrives. The response is compiled as it came: only beside one of its own
 * does a browser keep the compiled code for the next visit. Progress is counted on a copy.
 * # Errors
 * Those of `fetchFile`; the compiler's own where the file is WebAssembly that this browser does not take.
 */
export async function compileWhileFetching(
  url: string,
  onProgress: OnProgress | null = null,
  get: Get = fetch,
): Promise<WebAssembly.Module> {
  const response = await fetchAnswer(url, { get });
  const head = headOf(response.clone(), onProgress);
  try {
    return await WebAssembly.compileStreaming(withType(response));
  } catch (thrown) {
    if (!(thrown instanceof WebAssembly.CompileError)) throw notArrived(url);
    const start = await head;
    if (MAGIC.every((byte, at) => start[at] === byte)) throw thrown;
    const found = isWebPage(start) ? "a web page" : "other bytes";
    throw fetchFailure({ code: "not_the_file", address: addressOf(url), found });
  }
}

/** Streaming compilation insists on the type, and some static hosts send .wasm without it. */
function withType(response: Response): Response {
  const type = "application/wasm";
  if (response.headers.get("content-type")?.toLowerCase() === type) return response;
  return new Response(response.body, { headers: { "content-type": type } });
}

/** Counts a copy of the response, and resolves to its first part as soon as that is there. */
function headOf(copy: Response, onProgress: OnProgress | null): Promise<Uint8Array> {
  return new Promise((resolve) => {
    // A copy that breaks off does so because the response did, whose own error says why.
    const end = () => resolve(new Uint8Array());
    readBody(copy, resolve, onProgress).then(end, end);
  });
}
