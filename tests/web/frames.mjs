// Our page in a frame of another one, as decks and course pages have it: on another origin, with something of its own to write in.
import { until } from "./support.mjs";

/** Frames of these sizes are as small as a slide beside its text. */
export const FRAMES = [
  { width: 480, height: 360 },
  { width: 800, height: 450 },
];

/**
 * A page with one frame. `query` gets `parent` of the page around it unless `parent` says another one; null: none. `first` is said to it as
 * soon as it has loaded. Resolves to the page, the frame, what was told so far with the time of each message, and a way to post.
 */
export async function openFrame(lab, query, { size = FRAMES[1], parent, first = [], context = {} } = {}) {
  const opened = await lab.openPage({ ...context, base: "/@test/deck.html", ready: false });
  const { page } = opened;
  const theirs = new URL(lab.origin);
  theirs.hostname = "127.0.0.1";
  const origin = theirs.origin;
  const said = parent === undefined ? lab.origin : parent;
  const address = `${origin}/?${query}${said === null ? "" : `&parent=${encodeURIComponent(said)}`}`;
  await page.evaluate(
    ([src, { width, height }, said]) => globalThis.addFrame(src, width, height, said),
    [address, size, first],
  );
  await until(
    () => page.frames().length,
    (count) => count > 1,
    { what: "the frame" },
  );
  const frame = page.frames().at(-1);
  const post = (message, to = origin) =>
    page.evaluate(
      ([one, where]) => document.querySelector("iframe").contentWindow.postMessage(one, where),
      [message, to],
    );
  return {
    ...opened,
    frame,
    origin,
    /** Messages of ours with the time that they came at, oldest first. */
    told: () => page.evaluate(() => globalThis.told),
    post,
    send: (message) => post({ target: "dif-sr-lab", ...message }),
  };
}

/** The newest state that was told, once it holds. */
export async function toldState({ told }, holds, what) {
  const last = async () => (await told()).filter(({ message }) => message.type === "state").at(-1)?.message ?? null;
  return until(last, (now) => now !== null && holds(now), { what, timeout: 60_000 });
}

/** Everything in the frame answers its state. */
export const frameReady = (frame) =>
  frame.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 120_000 });
