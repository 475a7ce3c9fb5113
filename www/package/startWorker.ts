// The engine's worker, wherever the package lies, and why it does not start.
import { fetchAnswer } from "../worker/fetchFile";
import type { WorkerLike } from "../worker/workerLink";
import { failed, type LabFailure } from "./failure";

/** A worker that only imports the script at `address`. */
const importing = new Map<string, string>();

/** Browsers run no worker straight from another origin, such as a package host's. */
function ownOrigin(script: URL): string {
  if (script.origin === location.origin) return script.href;
  const known = importing.get(script.href);
  if (known) return known;
  const text = `import ${JSON.stringify(script.href)};`;
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  importing.set(script.href, address);
  return address;
}

export function startWorker(script: URL): WorkerLike {
  return new Worker(ownOrigin(script), { type: "module" }) as WorkerLike;
}

/** Browsers keep to themselves why a worker's script is refused. Asked for as a file, its server says it. */
export async function whyRefused(script: URL): Promise<LabFailure> {
  const address = script.href;
  const { headers, body } = await fetchAnswer(address);
  body?.cancel().catch(() => undefined);
  const found = headers.get("content-type") ?? "";
  return failed(
    /\b(?:java|ecma)script\b/.test(found)
      ? { code: "worker_refused", address }
      : { code: "wrong_type", address, found },
  );
}
