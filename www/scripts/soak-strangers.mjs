// Input from strangers, by address and by `postMessage`: after each the page stands, nothing of it was taken for markup, and whoever is
// not named in the address is not heard.
import assert from "node:assert/strict";
import { openFrame, toldState } from "../../tests/web/frames.mjs";
import { STILL, until } from "../../tests/web/support.mjs";
import { hostileMessage, hostileQuery, numbers, PARSED, STRANGERS_KEY } from "./soak-hostile.mjs";
import { inLab } from "./soak-lab.mjs";

/** One link in so many is opened with its engine: what it names is looked for in data and model, too. */
const WITH_ENGINE = 50;
/** The engine has answered, whether or not the link leaves the line out that says so. */
const READY = '.status-dot[data-phase="ready"], html[data-ready="true"]';
/** Panels in frames, each for its share of the messages. */
const FRAMED = ["rank", "why", "train", "map"];

/** What a page is asked after each input. */
const seenIn = (place) =>
  place.evaluate(
    (parsed) => ({
      steps: document.querySelectorAll(".step").length,
      stands: document.querySelector("h1, h2") !== null,
      parsed: document.querySelectorAll(`[${parsed}]`).length + (globalThis.wasParsed ?? 0),
      // What cannot be used is quoted in a notice; nowhere else may it stand.
      broken:
        /NaN|undefined|Infinity|\[object/.exec(
          [...document.querySelectorAll("header, main, footer")].map((part) => part.innerText).join(" "),
        )?.[0] ?? null,
    }),
    PARSED,
  );

function check({ steps, stands, parsed, broken }, faults, input) {
  assert.ok(stands, `nothing is on the page after ${input}`);
  assert.ok(steps <= 200, `${steps} steps after ${input}`);
  assert.equal(parsed, 0, `markup was parsed after ${input}`);
  assert.equal(broken, null, `after ${input}`);
  assert.deepEqual(faults, [], `after ${input}`);
}

async function openLinks(lab, { count, seed, tell }) {
  const pick = numbers(seed);
  let withEngine = false;
  // An engine takes its time, and what a link says is read before it arrives.
  const before = (page) =>
    page.context().route("**/*.wasm", (route) => (withEngine ? route.continue() : new Promise(() => {})));
  const { page, faults, close } = await lab.openPage({ ready: false, before, serviceWorkers: "block" });
  const { origin } = new URL(page.url());
  let engines = 0;
  for (let index = 0; index < count; index++) {
    const query = hostileQuery(pick);
    withEngine = index % WITH_ENGINE === WITH_ENGINE - 1;
    await page.goto(new URL(`/?${query}`, origin).href, { waitUntil: "domcontentloaded" });
    await page.locator("h1, h2").first().waitFor({ state: "attached" });
    if (withEngine) {
      engines += 1;
      await page.locator(READY).first().waitFor({ state: "attached", timeout: 60_000 });
    }
    check(await seenIn(page), faults, `link ${index}: ?${query}`);
    tell(index + 1);
  }
  await close();
  return { count, numbers: [{ what: "of them with the engine", value: engines }] };
}

/** Posts by the page around the frame, or by one on another origin that has found it. */
async function openFramed(lab, panel) {
  const opened = await openFrame(lab, `embed=${panel}&weights=random`, { context: STILL });
  await toldState(opened, () => true, "the first state");
  const other = lab.origin.replace("localhost", "other.localhost");
  await opened.page.evaluate((there) => globalThis.addFrame(`${there}/@test/deck.html`, 100, 100), other);
  const stranger = await until(
    () => opened.page.frames().find((one) => one.url().startsWith(other)),
    (one) => one !== undefined,
    { what: "the stranger" },
  );
  const asStranger = (message) =>
    stranger.evaluate(([one, there]) => parent.frames[0].postMessage(one, there), [message, opened.origin]);
  return { ...opened, asStranger };
}

/** The state after all that was said before. */
async function answered({ send, told }) {
  const before = (await told()).length;
  await send({ type: "get" });
  const all = await until(told, (now) => now.slice(before).some(({ message }) => message.type === "state"), {
    ...{ what: "an answer", every: 20 },
  });
  return all.at(-1).message;
}

async function postMessages(lab, { count, seed, tell }) {
  const pick = numbers(seed);
  let strange = 0;
  const share = Math.ceil(count / FRAMED.length);
  for (let index = 0; index < count; ) {
    const framed = await openFramed(lab, FRAMED[Math.floor(index / share)]);
    for (const end = Math.min(count, index + share); index < end; index++) {
      const own = pick(4) > 0;
      const message = hostileMessage(pick, own);
      await (own ? framed.post(message) : framed.asStranger(message));
      const { link } = await answered(framed);
      const input = `message ${index}: ${JSON.stringify(message)}`;
      assert.equal(new URL(link).searchParams.get(STRANGERS_KEY), null, `a stranger was heard: ${input}`);
      // What the frame asks of its own origin is no fault of a page around it.
      const faults = framed.faults.filter((fault) => fault.startsWith("uncaught"));
      check(await seenIn(framed.frame), faults, input);
      if (!own) strange += 1;
      tell(index + 1);
    }
    await framed.close();
  }
  return { count, numbers: [{ what: "of them from a wrong origin", value: strange }] };
}

export const links = { name: "links", title: "Hostile links", full: 1000, run: inLab("cpu", openLinks) };
export const messages = { name: "messages", title: "Hostile messages", full: 1000, run: inLab("cpu", postMessages) };
