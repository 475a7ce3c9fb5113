// What went wrong, in words that are chosen by code. Raw texts of the engine or of the browser stay behind "details".
import { t } from "../../content";
import type { FailureDetail, WorkerFailure } from "../../worker/client";
import { bytes, count } from "./format";
import { titled } from "./titled";

/** What the engine calls a model file as a whole, where no tensor of it is to blame. */
const WHOLE = "the file";

/** What the engine says, in the language on screen; where there are no words for it, in its own. */
export function said(text: string): string {
  const { engineSays, asItIs } = t().trouble;
  return engineSays(text) ?? asItIs(text);
}

/** What happened, and what helps, as sentences. */
export function inWords(failure: WorkerFailure): string {
  const words = t().trouble.reasons;
  const { detail } = failure;
  switch (detail.code) {
    case "not_found":
      return words.not_found(detail.address, String(detail.status));
    case "not_the_file":
      return words.not_the_file(detail.address, detail.found === "a web page");
    case "offline":
      return words.offline(detail.address);
    case "malformed":
      return words.refused(words.line(detail.file, count(detail.line)), said(detail.found), said(detail.expected));
    case "file":
      return words.refused(detail.file, said(detail.found), said(detail.expected));
    case "config":
      return words.refused(detail.field, said(detail.found), said(detail.expected));
    case "weights":
      return words.refused(
        detail.tensor === WHOLE ? "" : said(detail.tensor),
        said(detail.found),
        said(detail.expected),
      );
    case "too_large":
      return words.too_large(said(detail.what), bytes(detail.found), bytes(detail.limit));
    case "other_data":
      return words.other_data(titled(detail.found), titled(detail.expected));
    case "no_adapter":
    case "device_refused":
    case "wrong_answer":
      return words.gpu;
    default:
      return words[detail.code];
  }
}

/** The text that only a developer reads; null where the sentence says it all. */
export function rawText(failure: WorkerFailure): string | null {
  const told: readonly FailureDetail["code"][] = [
    "not_found",
    "not_the_file",
    "offline",
    "aborted",
    "too_large",
    "other_data",
    "empty_file",
  ];
  return told.includes(failure.detail.code) ? null : failure.message;
}
