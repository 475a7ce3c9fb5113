// Runs that are broken off while they train, again and again: by the end of their worker, by a reload. Each goes on, and the last end is
// that of a run which nobody broke off, bit for bit.
import assert from "node:assert/strict";
import { endOf, finished, goOn, killTrainer, lostRun, offer } from "../../tests/web/brokenOff.mjs";
import { button } from "../../tests/web/ownFiles.mjs";
import { numbers } from "./soak-hostile.mjs";
import { assertKept, keepSome } from "./soak-kept.mjs";
import { assertNoneUncaught, inLab, restLater, setting } from "./soak-lab.mjs";

/** Epochs of a run for each time that it is broken off: it must not be over before. */
const EPOCHS_A_BREAK = 4;
const FIRST_EPOCHS = 4;
/** Milliseconds that it trains before a break, at least and at most. */
const TRAINS_MS = [50, 400];

const queryOf = (epochs) => `?panel=train&set=${setting({ "training.epochs": epochs, "training.stopping_step": 0 })}`;

const ends = new Map();
/** The end of the run without a break; the same for whoever breaks one off. */
function wholeOf(lab, epochs) {
  if (!ends.has(epochs)) ends.set(epochs, trainWhole(lab, epochs));
  return ends.get(epochs);
}

async function trainWhole(lab, epochs) {
  const { page, assertClean, close } = await lab.openPage({ query: queryOf(epochs) });
  await button(page, "Play").first().click();
  await finished(page);
  const end = await endOf(page);
  assertClean();
  await close();
  return end;
}

/** Steps that a sentence of the page names. */
const stepIn = async (place) => Number(/step ([\d,]+)/.exec(await place.innerText())[1].replaceAll(",", ""));

const BREAKS = {
  async kill(page) {
    await killTrainer(page);
    await lostRun(page).waitFor();
    const step = await stepIn(lostRun(page));
    await page.locator("#train").getByRole("button", { name: "Continue on CPU" }).click();
    return step;
  },
  async reload(page) {
    await page.reload();
    await offer(page).waitFor();
    const step = await stepIn(offer(page));
    await goOn(page).click();
    return step;
  },
};

/** Trains on a little, and writes the run down; gives its step. */
async function trainOn(page, pick, last) {
  const [least, most] = TRAINS_MS;
  await button(page, "Pause").first().waitFor();
  await page.waitForTimeout(least + pick(most - least));
  const step = await restLater(page, last);
  await button(page, "Play").first().click();
  await button(page, "Pause").first().waitFor();
  return step;
}

async function breakOff(lab, { count, seed, tell }, breaks) {
  const epochs = FIRST_EPOCHS + EPOCHS_A_BREAK * count;
  const expected = await wholeOf(lab, epochs);
  const { page, faults, close } = await lab.openPage({ query: "?panel=train&set=training.epochs:1" });
  const before = await keepSome(page);
  await page.goto(new URL(queryOf(epochs), page.url()).href);
  await button(page, "Play").first().click();
  const pick = numbers(seed);
  const steps = [];
  let last = 0;
  for (let time = 1; time <= count; time++) {
    last = await trainOn(page, pick, last);
    const step = await breaks(page);
    assert.ok(step >= last, `step ${last} was written down, and step ${step} is offered`);
    last = steps[steps.push(step) - 1];
    tell(time);
  }
  await finished(page);
  assert.ok(expected.equals(await endOf(page)), "the end is that of a run without a break, bit for bit");
  const things = await assertKept(page, before);
  assertNoneUncaught(faults);
  await close();
  return {
    count,
    numbers: [
      { what: "epochs of the run", value: epochs },
      { what: "first and last step it went on from", value: `${steps[0]} and ${last}` },
      { what: "last end equal to that without a break, bit for bit", value: "yes" },
      { what: "things kept before and there after", value: things },
    ],
  };
}

const section = (name, title, breaks) => ({
  ...{ name, title, full: 20 },
  run: inLab("cpu", (lab, asked) => breakOff(lab, asked, breaks)),
});

export const kills = section("kills", "Workers killed while training", BREAKS.kill);
export const reloads = section("reloads", "Reloads while training", BREAKS.reload);
