// In a page that `npm start` serves while some of its WebAssembly is still being built: the server knows when it is there, so that a
// page which is open then need not be loaded anew.
import { WorkerFailure } from "./failure";
import { fetchAnswer, type Get } from "./fetchFile";

/** What www/scripts/start-page.mjs says of what is built. */
interface BuildState {
  readonly state: "waiting" | "building" | "ready" | "failed";
}

/** Worker scripts lie in the page's folder of hashed files. */
export const place = (path: string) => new URL(`../${path}`, self.location.href).href;

/** Resolves when it is there, and rejects with `being_built` or `not_built`; `title` names it in the message. */
export async function needBuilt(name: string, title: string, get: Get): Promise<void> {
  const answer = await fetchAnswer(place("engines.json"), { get });
  const { [name]: build } = (await answer.json()) as Record<string, BuildState>;
  if (build?.state === "failed") throw new WorkerFailure(`The ${title} could not be built.`, { code: "not_built" });
  if (build?.state !== "ready") throw new WorkerFailure(`The ${title} is still being built.`, { code: "being_built" });
}
