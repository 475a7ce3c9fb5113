// The whole main job, as one visitor does it, in whatever browser drives it: load, click, predict, look at the maps, train to the
// end, go back by the link, reload, read it in Korean. A driver has `goto`, `reload`, `evaluate`, `click`, `type`; what it presses is
// named by its role and name, or by marks that stay: `data-panel`, the lists' names, the engine's status.
import assert from "node:assert/strict";
import { entriesOf } from "./browsers/inPage.mjs";

const NEXT = "Most probable next items";
const SESSION = "Session in time order";
const EPOCHS = 2;

/** Waits until `read` gives something that `holds`, and resolves to it. */
async function until(what, read, holds, timeout = 60_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) assert.fail(`${what} did not come in ${timeout / 1000} s; last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What `read` gives when it has given the same for half a second; until then an empty list. */
function settled(read) {
  let last = "";
  let since = 0;
  return async () => {
    const value = await read();
    if (value.join() !== last) since = Date.now();
    last = value.join();
    return Date.now() - since > 500 ? value : [];
  };
}

/** Not the page that is being left, which a slow browser still shows for a moment. */
const isReady = () =>
  !document.documentElement.hasAttribute("data-left") &&
  document.querySelector('.status-dot[data-phase="ready"]') !== null;
const markAsLeft = () => document.documentElement.setAttribute("data-left", "");
/** How many maps there are, by their labels, and what is painted in the panel that has them. */
const maps = () => {
  const panel = document.querySelector('[data-panel="why"]');
  const labels = [...(panel?.querySelectorAll('[role="grid"]') ?? [])].map((grid) => grid.getAttribute("aria-label"));
  return { labels, painted: [...(panel?.querySelectorAll("svg path") ?? [])].map((path) => path.outerHTML).join("") };
};
const textOf = (css) => document.querySelector(css)?.textContent ?? "";
const panelTab = (name) => ({ css: `nav a[href$="panel=${name}"]` });

/** What an entry is of: the marks of moved ranks, and what the pointer looks at, come and go. */
const lasting = (entry) => entry.replace(/[▲▼=].*|, position .*/s, "");

/** `step` is told what comes next; `origin` is where the page is served. */
export async function journey(driver, origin, step = () => undefined) {
  const list = async (name) => ((await driver.evaluate(entriesOf, name)) ?? []).map(lasting);
  const next = () => list(NEXT);
  const ready = () => until("the engine's first answer", () => driver.evaluate(isReady), Boolean);
  const address = () => driver.evaluate(() => location.href);
  /** Of the page since it was loaded: loading it anew forgets them. */
  const isClean = async () => assert.deepEqual(await driver.evaluate(() => globalThis.faults), []);

  step("load");
  await driver.goto(`${origin}/?lang=en`);
  await ready();
  const opening = await next();
  assert.equal(opening.length, 10, "ten next items");

  step("click, predict");
  const before = await list(SESSION);
  // What carries keys and pointers lies over the maps after the first answer.
  const mapsBefore = await until(
    "maps with their names",
    () => driver.evaluate(maps),
    (now) => now.labels.length >= 6,
  );
  for (const index of [4, 9]) {
    await driver.click({ css: `[role=option]:nth-child(${index})`, within: '[data-panel="session"]' });
  }
  const session = await until(
    "two more items",
    () => list(SESSION),
    (now) => now.length === before.length + 2,
  );
  const isOther = (now, than) => now.length === 10 && now.join() !== than.join();
  const predicted = await until("predictions for both", settled(next), (now) => isOther(now, opening));

  step("maps");
  const { labels, painted } = mapsBefore;
  assert.ok(new Set(labels).size >= 6, `a map for each source and their fusion, each with its name: ${labels}`);
  assert.ok(painted.length > 1000, "the maps have cells");
  await until(
    "other maps",
    () => driver.evaluate(maps),
    (now) => now.painted !== painted && now.labels.length === labels.length,
  );

  step("link");
  const itemsIn = (link) => /[?&]s=([\d.]+)/.exec(link)?.[1].split(".").length;
  const link = await until("the session in the address", address, (now) => itemsIn(now) === session.length);

  step("train to the end");
  await driver.click(panelTab("train"));
  await driver.type({ role: "textbox", name: "Epochs", within: '[data-panel="train"]' }, String(EPOCHS));
  await driver.click({ role: "button", name: "Play", within: '[data-panel="train"]' });
  const finished = () => driver.evaluate(textOf, '[data-panel="train"]');
  await until("the end of the run", finished, (text) => text.includes(`Finished: ${EPOCHS} epoch`), 180_000);
  await until("the trained model's answers", next, (now) => isOther(now, predicted));

  await isClean();
  step("go back by the link");
  await driver.evaluate(markAsLeft);
  await driver.goto(link);
  await ready();
  assert.deepEqual(await list(SESSION), session, "the link holds the session");
  await until("the predictions of before", next, (now) => now.join() === predicted.join());

  await isClean();
  step("reload");
  await driver.evaluate(markAsLeft);
  await driver.reload();
  await ready();
  assert.deepEqual(await list(SESSION), session, "a reload keeps the session");
  await until("the predictions of before", next, (now) => now.join() === predicted.join());

  step("Korean");
  await driver.click({ role: "radio", name: "한국어" });
  await until(
    "Korean",
    () => driver.evaluate(() => document.documentElement.lang),
    (lang) => lang === "ko",
  );
  const words = await driver.evaluate(() => document.body.innerText);
  assert.ok((words.match(/[가-힣]/g) ?? []).length > 200, "the page speaks Korean");
  assert.equal(/undefined|NaN|\[object/.exec(words), null);

  await isClean();
}
