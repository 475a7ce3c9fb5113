// A run on its way to the end, and the end as a file: what tests of broken-off runs do with it.
import { readFileSync } from "node:fs";
import { button } from "./ownFiles.mjs";

/** Waits for the end of the run. */
export const finished = (page) =>
  page
    .getByText(/^Finished: [\d,]+ epochs?\b/)
    .first()
    .waitFor({ timeout: 400_000 });

/** The model that the run ended with, as a file. */
export async function endOf(page) {
  await page.getByRole("button", { name: /^Answered by: / }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save this model" }).click(),
  ]);
  await page.keyboard.press("Escape");
  return readFileSync(await download.path());
}

/** Rests: what is there is written down. */
export async function rest(page) {
  await button(page, "Pause").first().click();
  await button(page, "Play").first().waitFor();
}

/** The question of the bar about a run that was broken off. */
export const offer = (page) => page.locator(".run-bar").getByText(/^Continue from step [\d,]+\?$/);

export const goOn = (page) => page.locator(".run-bar").getByRole("button", { name: "Continue", exact: true });

/** Ends the worker that trains, as a crash does: without a word. */
export async function killTrainer(page) {
  const trainer = page
    .workers()
    .filter((worker) => worker.url().includes("trainer"))
    .at(-1);
  await trainer.evaluate(() => self.close());
}

/** What is said of a lost run: up to where nothing is lost. */
export const lostRun = (page) =>
  page.getByText(/Nothing is lost: step [\d,]+ is kept, with the optimiser’s state\./).first();
