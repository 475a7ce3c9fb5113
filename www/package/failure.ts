// Why something could not be done, in a sentence for whoever builds the page around it.
import { asFailure, type FailureDetail } from "../worker/failure";

export type LabFailureDetail =
  | FailureDetail
  /** The browser's WebAssembly lacks what the engine is made of. */
  | { code: "no_simd" }
  /** The worker's script is there, but sent as something that browsers run no worker from. */
  | { code: "wrong_type"; address: string; found: string }
  /** The worker's script is there, and the browser does not run it all the same. */
  | { code: "worker_refused"; address: string }
  | { code: "closed" };

/** What every promise of the package rejects with. Choose by `detail.code`; the message is for people, and may change. */
export class LabFailure extends Error {
  readonly detail: LabFailureDetail;

  constructor(detail: LabFailureDetail, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "LabFailure";
    this.detail = detail;
  }
}

/** Whatever was thrown. */
export function asLabFailure(thrown: unknown): LabFailure {
  if (thrown instanceof LabFailure) return thrown;
  const { detail, message } = asFailure(thrown);
  return failed(detail, message, thrown);
}

/** `message`: what is said where the code says too little. */
export function failed(detail: LabFailureDetail, message = "", cause?: unknown): LabFailure {
  return new LabFailure(detail, sentenceOf(detail) ?? message, cause === undefined ? undefined : { cause });
}

function sentenceOf(detail: LabFailureDetail): string | null {
  switch (detail.code) {
    case "not_found":
      return `${detail.address} is not there: the server answered ${detail.status}.`;
    case "not_the_file":
      return `The server sent ${detail.found} in place of ${detail.address}, which it may not have.`;
    case "offline":
      return `Nothing arrived from ${detail.address}: no answer, a broken connection, or a policy that forbids it (CORS, connect-src).`;
    case "no_simd":
      return "This browser has no WebAssembly SIMD, which the engine needs: Chrome 91, Firefox 89 and Safari 16.4 have it.";
    case "wrong_type":
      return `The server sends ${detail.address} as ${detail.found || "no type at all"}; browsers run a worker from text/javascript only.`;
    case "worker_refused":
      return `The browser does not run the worker ${detail.address}: the page's content security policy may forbid it (worker-src).`;
    case "closed":
      return "This lab was closed.";
    case "crashed":
      return `The engine stopped while it worked: ${detail.message}`;
    default:
      return null;
  }
}
