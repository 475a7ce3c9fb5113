// A visitor's own files in the data dialog, as a hand gives them.
import { readdirSync } from "node:fs";
import path from "node:path";
import { sharedData } from "./support.mjs";

export const button = (page, name) => page.getByRole("button", { name, exact: true });

export const dataDialog = (page) => page.getByRole("dialog", { name: "Data" });

/** A file of a test: name and text. */
export const textFile = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Chooses the files without opening them. */
export async function choose(page, given) {
  if (!(await dataDialog(page).isVisible())) await page.getByRole("button", { name: /^Data: / }).click();
  const files = page.locator(".intake-steps button").first();
  if (await files.isVisible()) await files.click();
  await dataDialog(page).locator('input[type="file"]').first().setInputFiles(given);
}

/** The button that opens what was read, once it says how many clicks that are. */
export const openButton = (page) => dataDialog(page).getByRole("button", { name: /^Open these [\d,]+ clicks$/ });

export async function give(page, given) {
  await choose(page, given);
  await openButton(page).click();
}

/** Goes to a step of the dialog. */
export const goToStep = (page, name) => dataDialog(page).locator(".intake-steps").getByRole("button", { name }).click();

const cases = path.join(sharedData, "..", "cases");

/** Files of a visible case; a name may end with `*`. */
export function caseFiles(number, names) {
  const folder = path.join(
    cases,
    readdirSync(cases).find((name) => name.startsWith(number)),
  );
  const all = readdirSync(folder).sort();
  const fits = (wanted) => (name) => (wanted.endsWith("*") ? name.startsWith(wanted.slice(0, -1)) : name === wanted);
  return { folder, files: names.flatMap((wanted) => all.filter(fits(wanted))).map((name) => path.join(folder, name)) };
}
