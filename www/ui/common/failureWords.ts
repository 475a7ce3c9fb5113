// Why something failed, for people: chosen by the code of the failure, never taken from its message.
import { t } from "../../content";
import type { FailureDetail } from "../../worker/failure";
import { count } from "./format";

export function failureInWords(detail: FailureDetail): string {
  const words = t().shell.failed.reasons;
  switch (detail.code) {
    case "not_found":
      return words.not_found(detail.address, String(detail.status));
    case "not_the_file":
      return words.not_the_file(detail.address, detail.found === "a web page");
    case "offline":
      return words.offline(detail.address);
    case "malformed":
      return words.refused(`${detail.file}:${detail.line}`, detail.found, detail.expected);
    case "file":
      return words.refused(detail.file, detail.found, detail.expected);
    case "config":
      return words.refused(detail.field, detail.found, detail.expected);
    case "weights":
      return words.refused(detail.tensor, detail.found, detail.expected);
    case "too_large":
      return words.too_large(detail.what, count(detail.found), count(detail.limit));
    case "no_adapter":
    case "device_refused":
    case "wrong_answer":
      return words.gpu;
    case "being_built":
    case "not_built":
    case "not_ready":
    case "diverged":
    case "crashed":
    case "aborted":
    case "unknown":
      return words[detail.code];
  }
}
