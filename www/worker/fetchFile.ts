// Every file of the page that its scripts fetch comes through here: what arrives is counted, what does not is said by code.
import { aborted, type FetchDetail, WorkerFailure } from "./failure";

/** Bytes received so far; the total is null where the host does not tell it. */
export type OnProgress = (received: number, total: number | null) => void;

/** Asks for an address. Tests hand in a fake. */
export type Get = (url: string, init?: RequestInit) => Promise<Response>;

export interface FetchOptions {
  onProgress?: OnProgress;
  signal?: AbortSignal;
  get?: Get;
}

/** So much of a file shows whether it is a web page: some begin with empty lines. */
const HEAD_BYTES = 64;

/**
 * The bytes of a file.
 * # Errors
 * `not_found`, `not_the_file` and `offline` with the address, `aborted` where the signal says so; never anything else.
 */
export async function fetchFile(url: string, options: FetchOptions = {}): Promise<Uint8Array> {
  const response = await fetchAnswer(url, options);
  const parts: Uint8Array[] = [];
  try {
    await readBody(response, (part) => parts.push(part), options.onProgress);
  } catch {
    throw notArrived(url, options.signal);
  }
  const bytes = joined(parts);
  if (isWebPage(bytes)) throw fetchFailure({ code: "not_the_file", address: addressOf(url), found: "a web page" });
  return bytes;
}

/** The answer to a request, its body still to come. What is plainly not the file is refused before. */
export async function fetchAnswer(url: string, { signal, get = fetch }: FetchOptions = {}): Promise<Response> {
  const address = addressOf(url);
  const response = await get(url, signal ? { signal } : {}).catch(() => {
    throw notArrived(url, signal);
  });
  if (!response.ok) throw fetchFailure({ code: "not_found", address, status: response.status });
  if (!response.headers.get("content-type")?.includes("text/html")) return response;
  // Nobody reads it: the host need not send the rest.
  response.body?.cancel().catch(() => undefined);
  throw fetchFailure({ code: "not_the_file", address, found: "a web page" });
}

/** Reads a body to its end and counts it. */
export async function readBody(
  { body, headers }: Response,
  take: (part: Uint8Array) => void,
  onProgress?: OnProgress | null,
): Promise<void> {
  const total = totalBytes(headers);
  const reader = body?.getReader();
  let received = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    received += part.value.byteLength;
    take(part.value);
    onProgress?.(received, total);
  }
}

/** Why nothing came although the host may be there. */
export function notArrived(url: string, signal?: AbortSignal): WorkerFailure {
  return signal?.aborted ? aborted() : fetchFailure({ code: "offline", address: addressOf(url) });
}

/** The message is for developers; what a visitor reads is chosen by the code. */
export function fetchFailure(detail: FetchDetail): WorkerFailure {
  switch (detail.code) {
    case "not_found":
      return new WorkerFailure(`${detail.address}: the server answered ${detail.status}`, detail);
    case "not_the_file":
      return new WorkerFailure(`${detail.address}: the server sent ${detail.found} in place of the file`, detail);
    case "offline":
      return new WorkerFailure(`${detail.address}: no answer, or the connection broke`, detail);
  }
}

export function addressOf(url: string): string {
  const base: string | undefined = globalThis.location?.href;
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}

/** Told by its first bytes: hosts that send a page for a missing file may call it by the file's own type. */
export function isWebPage(bytes: Uint8Array): boolean {
  return /^\s*<(!do|htm)/i.test(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)));
}

/** The length counts compressed bytes when the host compresses; then the total of what arrives is unknown. */
function totalBytes(headers: Headers): number | null {
  const length = Number(headers.get("content-length"));
  return length > 0 && !headers.get("content-encoding") ? length : null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
