// The engine's worker, wherever the package lies, and why it does not start.
import { fetchAnswer } from "../worker/fetchFile";
import type { WorkerLike } from "../worker/workerLink";
import { failed, type LabFailure } from "./failure";
import { workerFile } from "./files";

const { href: address, origin } = workerFile;

/** The address of a script of this page's that imports the worker's; made when it is needed, and kept for the next worker. */
let importing: string | null = null;

/** Browsers run no worker straight from another origin, such as a package host's. They do run one that imports it. */
function startable(): string {
  if (origin === location.origin) return address;
  importing ??= URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
  return importing;
}

export function startWorker(): WorkerLike {
  return new Worker(startable(), { type: "module" }) as WorkerLike;
}

/** Browsers keep to themselves why a worker's script is refused. Asked for as a file, its server says it. */
export async function whyRefused(): Promise<LabFailure> {
  const { headers, body } = await fetchAnswer(address);
  body?.cancel().catch(() => undefined);
  const found = headers.get("content-type") ?? "";
  const isScript = /\b(?:java|ecma)script\b/.test(found);
  return failed(isScript ? { code: "worker_refused", address } : { code: "wrong_type", address, found });
}
