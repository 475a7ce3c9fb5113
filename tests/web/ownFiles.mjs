// A visitor's own files in the data dialog, as a hand gives them.

export const button = (page, name) => page.getByRole("button", { name, exact: true });

export const dataDialog = (page) => page.getByRole("dialog", { name: "Data" });

/** A file of a test: name and text. */
export const textFile = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Chooses the files without opening them. */
export async function choose(page, given) {
  if (!(await dataDialog(page).isVisible())) await page.getByRole("button", { name: /^Data: / }).click();
  await dataDialog(page).locator('input[type="file"]').setInputFiles(given);
}

export async function give(page, given) {
  await choose(page, given);
  await button(dataDialog(page), "Open these files").click();
}
