import type { ErrorDetail } from "../engine.ts";

/** What went wrong, by code. Words for people are chosen from it, never from the message. */
export type FailureDetail = ErrorDetail | { code: "crashed"; message: string } | { code: "unknown"; message: string };

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

function engineDetail(thrown: unknown): FailureDetail | null {
  if (typeof thrown !== "object" || thrown === null || !("detail" in thrown)) return null;
  const detail = thrown.detail;
  if (typeof detail !== "object" || detail === null || !("code" in detail)) return null;
  return typeof detail.code === "string" ? (detail as FailureDetail) : null;
}
