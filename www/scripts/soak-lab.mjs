// What the parts of the soak share: a browser for as long as a part takes, settings in an address, and a run that trains on.
import assert from "node:assert/strict";
import { rest } from "../../tests/web/brokenOff.mjs";
import { startLab } from "../../tests/web/support.mjs";
import { writtenStep } from "./soak-kept.mjs";

/** `work` as a part is run: with a browser of its own. */
export const inLab = (profile, work) => async (asked) => {
  const lab = await startLab(profile);
  try {
    return await work(lab, asked);
  } finally {
    await lab.close();
  }
};

/** Settings of a run, by their paths, as a link writes them. */
export const setting = (settings) =>
  Object.entries(settings)
    .map(([path, value]) => `${path}:${value}`)
    .join(",");

/** Pauses a run and gives the step that it was written down at, later than `last`. */
export async function restLater(page, last) {
  await rest(page);
  const step = await writtenStep(page);
  assert.ok(step > last, `it trained on from step ${last}, and was written down at step ${step}`);
  return step;
}

/** What breaks is told to the browser's console; nothing may break uncaught. */
export function assertNoneUncaught(faults) {
  assert.deepEqual(
    faults.filter((fault) => fault.startsWith("uncaught")),
    [],
  );
}
