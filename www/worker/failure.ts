import type { ErrorDetail } from "../engine.ts";

/** A file that did not come, or came as something else. `address` is the whole one, as a visitor can open it. */
export type FetchDetail =
  /** The host answered, with another status than one that brings a file. */
  | { code: "not_found"; address: string; status: number }
  /** The host sent something in the file's place, as many do with a page of theirs for what they do not have. */
  | { code: "not_the_file"; address: string; found: "a web page" | "other bytes" }
  /** Nothing answered, or the line broke while the file came. */
  | { code: "offline"; address: string };

/** A file is to blame: trying again may help, and nothing else is broken. */
export function isOfFetch(detail: FailureDetail): detail is FetchDetail {
  return detail.code === "not_found" || detail.code === "not_the_file" || detail.code === "offline";
}

/** What went wrong, by code. Words for people are chosen from it, never from the message. */
export type FailureDetail =
  | ErrorDetail
  | FetchDetail
  /** Called off by whoever asked. */
  | { code: "aborted" }
  /** A model that was trained on data of another name than what is open. */
  | { code: "other_data"; found: string; expected: string }
  | { code: "empty_file" }
  /** An engine that the server is still building, or could not build: see gpuEngineLater.ts. */
  | { code: "being_built" | "not_built" }
  | { code: "crashed"; message: string }
  | { code: "unknown"; message: string };

/** An error that crossed from a worker. */
export class WorkerFailure extends Error {
  readonly detail: FailureDetail;

  constructor(message: string, detail: FailureDetail) {
    super(message);
    this.name = "WorkerFailure";
    this.detail = detail;
  }
}

/** The same as plain data: a class does not survive a structured clone. */
export interface WireFailure {
  message: string;
  detail: FailureDetail;
}

/** Reads whatever was thrown. The engine throws Errors that carry a `detail` with a `code`; all else is "unknown". */
export function toWire(thrown: unknown): WireFailure {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { message, detail: engineDetail(thrown) ?? { code: "unknown", message } };
}

export function fromWire(wire: WireFailure): WorkerFailure {
  return new WorkerFailure(wire.message, wire.detail);
}

/** Whatever was thrown, as a failure. */
export function asFailure(thrown: unknown): WorkerFailure {
  return thrown instanceof WorkerFailure ? thrown : fromWire(toWire(thrown));
}

export function crashed(message: string): WorkerFailure {
  return new WorkerFailure(message, { code: "crashed", message });
}

/** The code of a worker, which the browser fetches by itself and says nothing about. */
export function workerNotArrived(): WorkerFailure {
  return new WorkerFailure("The code of a worker did not arrive.", { code: "offline", address: host() });
}

/** No file of its own has the address of the host. */
export function isOfWorker(thrown: unknown): boolean {
  return thrown instanceof WorkerFailure && thrown.detail.code === "offline" && thrown.detail.address === host();
}

function host(): string {
  return globalThis.location?.origin ?? "";
}

export function aborted(): WorkerFailure {
  return new WorkerFailure("The question was called off.", { code: "aborted" });
}

export function emptyFile(): WorkerFailure {
  return new WorkerFailure("The file is empty.", { code: "empty_file" });
}

export function otherData(found: string, expected: string): WorkerFailure {
  return new WorkerFailure(`The model was trained on ${found}, not on ${expected}.`, {
    code: "other_data",
    found,
    expected,
  });
}

function engineDetail(thrown: unknown): FailureDetail | null {
  if (typeof thrown !== "object" || thrown === null || !("detail" in thrown)) return null;
  const detail = thrown.detail;
  if (typeof detail !== "object" || detail === null || !("code" in detail)) return null;
  return typeof detail.code === "string" ? (detail as FailureDetail) : null;
}
