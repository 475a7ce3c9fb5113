import { say } from "../../state/notices";
import { WorkerFailure } from "../../worker/client";

/**
 * One handler for whatever nobody caught: said in plain words, with the text for whoever mends it. A question that was called off is
 * nobody's fault.
 */
export function catchErrors(): void {
  addEventListener("unhandledrejection", ({ reason }) => report(reason));
  addEventListener("error", ({ error, message }) => report(error ?? message));
}

function report(cause: unknown): void {
  if (cause instanceof WorkerFailure && cause.detail.code === "aborted") return;
  const text = cause instanceof Error ? cause.message : String(cause);
  // Said by the browser about itself, and of no consequence.
  if (text.startsWith("ResizeObserver loop")) return;
  say({ kind: "fault", text });
}
