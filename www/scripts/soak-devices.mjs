// Graphics devices that are lost while they train, each with the browser's GPU process: the run goes on, on a new device or on the CPU.
import { lostRun } from "../../tests/web/brokenOff.mjs";
import { button } from "../../tests/web/ownFiles.mjs";
import { endGpuProcess } from "../../tests/web/support.mjs";
import { assertKept, keepSome } from "./soak-kept.mjs";
import { assertNoneUncaught, inLab, restLater, setting } from "./soak-lab.mjs";

/** A software adapter compiles for minutes where the machine is busy. */
const PATIENCE = 400_000;
/** Small: the adapter takes long for a step, and no less is lost with it. */
const SETTINGS = {
  "training.epochs": 500,
  "training.stopping_step": 0,
  "training.train_batch_size": 8,
  "model.hidden_size": 16,
  "model.inner_size": 16,
  "model.n_layers": 1,
  "model.n_heads": 1,
};

/** It trains, and has been written down at a later step than `last`. */
async function trainedOn(page, last) {
  await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: PATIENCE });
  const step = await restLater(page, last);
  await button(page, "Play").first().click();
  await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: PATIENCE });
  return step;
}

async function loseDevices(lab, { count, tell }) {
  const { page, faults, close } = await lab.openPage({ query: "?panel=train&set=training.epochs:1&device=cpu" });
  const before = await keepSome(page);
  await page.goto(new URL(`?panel=train&train=sasrec&device=webgpu&set=${setting(SETTINGS)}`, page.url()).href);
  await button(page, "Play").first().click();
  let last = 0;
  for (let time = 1; time <= count; time++) {
    last = await trainedOn(page, last);
    await endGpuProcess(lab.browser);
    const lost = page.getByText("The graphics device stopped.", { exact: true });
    await lost.waitFor({ timeout: 60_000 });
    await lostRun(page).waitFor();
    // The last one goes on without it.
    const name = time < count ? "Try again" : "Continue on CPU";
    await page.locator("#train").getByRole("button", { name, exact: true }).click();
    await lost.waitFor({ state: "detached" });
    tell(time);
  }
  last = await trainedOn(page, last);
  await page
    .getByText(/^Training runs on the CPU/)
    .first()
    .waitFor();
  const things = await assertKept(page, before);
  assertNoneUncaught(faults);
  await close();
  return {
    count,
    numbers: [
      { what: "step that the run came to, at last on the CPU", value: last },
      { what: "things kept before and there after", value: things },
    ],
  };
}

export const lost = {
  ...{ name: "lost", title: "Lost devices (WebGPU on a software adapter)", full: 20 },
  run: inLab("gpu", loseDevices),
};
