// Talk with the page that this one is embedded in: only with the origin that the link names, in messages that can be checked as a link is.
import { effect } from "@preact/signals";
import { experiment, set } from "../../state/current";
import { lectureDoor } from "../../state/lecturePlace";
import { readLink, writeLink } from "../../state/link";
import { linkBase } from "../../state/linkBase";
import { result } from "../../state/results";
import { goTo, hasNext, hasPrevious, next, place, previous } from "./stage";

const TARGET = "dif-sr-lab";
/** Changes are told at most this often. */
const LEAST_MS = 50;

/** Listens to `origin` and tells it every change. Returns what stops it. */
export function talkTo(origin: string): () => void {
  const tell = () => {
    const at = place.peek();
    const query = writeLink(experiment.peek(), linkBase.peek());
    const link = `${location.origin}${location.pathname}${query === "" ? "" : `?${query}`}${lectureDoor.tail}`;
    const state = {
      step: at?.step ?? null,
      click: at?.click ?? null,
      hasNext: hasNext.peek(),
      hasPrevious: hasPrevious.peek(),
    };
    // A link may name an origin that is not the parent's: the browser then delivers nothing.
    parent.postMessage({ source: TARGET, type: "state", ...state, link }, origin);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      tell();
    }, LEAST_MS);
  };
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.origin !== origin) return;
    const message: Record<string, unknown> = { ...(typeof event.data === "object" ? event.data : null) };
    if (message.target !== TARGET) return;
    if (message.type === "get") tell();
    else if (message.type === "go") go(message.to);
    else if (message.type === "set") setFrom(message.patch);
  };
  addEventListener("message", onMessage);
  const stopResults = effect(() => {
    const now = result.value;
    if (!now) return;
    const { verb, object, success, score, code } = now;
    const told = { source: TARGET, type: "result", verb, object, result: { success, score, code } };
    parent.postMessage(told, origin);
  });
  const stop = effect(() => {
    experiment.value;
    place.value;
    tellSoon();
  });
  tell();
  return () => {
    stop();
    stopResults();
    clearTimeout(timer);
    removeEventListener("message", onMessage);
  };
}

function go(to: unknown): void {
  if (to === "next") next();
  else if (to === "previous") previous();
  else {
    const { step, click = 0 }: Record<string, unknown> = { ...(typeof to === "object" ? to : null) };
    if (typeof step === "string" && typeof click === "number" && Number.isInteger(click)) goTo({ step, click });
  }
}

/** Keys and values as in a link; what cannot be used is left out, as there. Where messages go is not theirs to say. */
function setFrom(patch: unknown): void {
  if (typeof patch !== "object" || patch === null) return;
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(patch)) {
    if (["string", "number", "boolean"].includes(typeof value)) params.set(key, value === true ? "1" : String(value));
  }
  const { parent: _, embed: __, lecture: ___, step: ____, click: _____, ...rest } = readLink(params.toString()).patch;
  set(rest);
}
