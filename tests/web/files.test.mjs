// Settings and weights leave the page as files and come back; a file that does not fit is refused and changes nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { option } from "./sides.mjs";
import { nextTexts, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

/** What a press saves. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const file = (name, content) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });

describe("files of a run", () => {
  test("settings are saved, read back, and refused with the reason", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?panel=train" });
    const train = page.locator("#train");
    await train.getByRole("button", { name: /^All \d+ settings$/ }).click();
    const { name, bytes } = await saved(page, train.getByRole("button", { name: "Save settings" }));
    assert.equal(name, "dif_sr.json");
    const config = JSON.parse(bytes.toString());
    assert.equal(config.model.kind, "dif_sr");

    const input = train.locator('input[type="file"]');
    const epochs = train.getByLabel("Epochs", { exact: true });
    config.training.epochs = 7;
    await input.setInputFiles(file("mine.json", JSON.stringify(config)));
    await page.waitForFunction((field) => field.value === "7", await epochs.elementHandle());

    config.training.epoch = 9;
    await input.setInputFiles(file("wrong.json", JSON.stringify(config)));
    const refusal = train.getByRole("alert");
    await refusal.getByText(/This file cannot be used. It holds no settings of a run/).waitFor();
    await refusal.getByText("Technical details").click();
    await refusal.getByText(/epoch.*epochs/).waitFor();
    assert.equal(await epochs.inputValue(), "7", "a file that is refused changes nothing");

    // A file may leave out what has a default, as on the command line.
    await input.setInputFiles(file("short.json", JSON.stringify({ model: { kind: "sasrec" } })));
    await page.waitForFunction((field) => field.value === "20", await epochs.elementHandle());
    assert.equal(await train.getByRole("alert").count(), 0);
    assertClean();
    await close();
  });

  test("weights are saved, opened, and refused where they do not fit", async () => {
    const { page, assertClean, close } = await lab.openPage();
    await page.getByRole("button", { name: /^Answered by: / }).click();
    // Rank, name and probabilities; the marks of moved ranks come after them.
    const answers = async () => (await nextTexts(page)).map((text) => text.split(/\n[▲▼]/)[0]);
    const list = await answers();
    const { name, bytes } = await saved(page, page.getByRole("button", { name: "Save this model" }));
    assert.equal(name, "dif_sr.safetensors");
    await option(page, /^SASRec(?!F)/).check();
    await page.getByRole("button", { name: "Answered by: SASRec", exact: true }).waitFor();

    const input = page.locator('.model-picker input[type="file"]');
    await input.setInputFiles(file("kept.safetensors", bytes));
    await page.getByRole("button", { name: "Answered by: DIF-SR, your own", exact: true }).waitFor();
    await page.locator(".model-option-note").getByText("kept.safetensors").waitFor();
    await until(answers, (now) => now.join() === list.join(), { what: "the same answers as before" });

    await input.setInputFiles(file("broken.safetensors", bytes.subarray(0, 5000)));
    await page
      .locator(".model-picker")
      .getByText(/^broken\.safetensors cannot be used\./)
      .waitFor();
    await page.getByRole("button", { name: "Answered by: DIF-SR, your own", exact: true }).waitFor();
    assertClean();
    await close();
  });
});
