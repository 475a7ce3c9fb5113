// What is dropped on the page, or given to it as a file: a model is shown before it answers, a log opens the data dialog.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { goToStep, openButton } from "./ownFiles.mjs";
import { nextTexts, STILL, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

describe("what is dropped on the page", () => {
  const drop = (page, name, bytes) => dropAll(page, [[name, bytes]]);
  const dropAll = (page, files) =>
    page.evaluate(
      (all) => {
        const transfer = new DataTransfer();
        for (const [name, content] of all) transfer.items.add(new File([Uint8Array.from(content)], name));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true, bubbles: true }));
      },
      files.map(([name, bytes]) => [name, [...bytes]]),
    );
  const ready = (name) => readFileSync(new URL(`../../www/ready/${name}.safetensors`, import.meta.url));

  test("a model is shown for what it is, and answers only after it was let to", async () => {
    const { page, assertClean, close } = await lab.openPage(STILL);
    const list = await nextTexts(page);
    await drop(page, "mine.safetensors", ready("brand_loyal/sasrec"));
    const dialog = page.getByRole("dialog", { name: "Let this model answer?" });
    await dialog.getByRole("heading", { name: "SASRec" }).waitFor();
    for (const fact of ["39 epochs", "Shop: brand loyal", "212"]) await dialog.getByText(fact).waitFor();
    await dialog.getByText(/Now DIF-SR answers/).waitFor();
    assert.deepEqual(await nextTexts(page), list, "nothing has changed yet");
    await dialog.getByRole("button", { name: "Leave it" }).click();
    await page.getByRole("button", { name: "Answered by: DIF-SR", exact: true }).waitFor();
    await drop(page, "mine.safetensors", ready("brand_loyal/sasrec"));
    await dialog.getByRole("button", { name: "Let it answer" }).click();
    await page.getByRole("button", { name: "Answered by: SASRec, your own" }).waitFor();
    assert.equal(await page.getByRole("dialog", { name: "Data" }).count(), 0);
    assertClean();
    await close();
  });

  test("a model that does not fit is refused with the reason, which other data does not inherit", async () => {
    const { page, close } = await lab.openPage(STILL);
    await drop(page, "broken.safetensors", ready("brand_loyal/sasrec").subarray(0, 4000));
    const dialog = page.getByRole("dialog", { name: "Let this model answer?" });
    await dialog.getByText(/broken\.safetensors cannot be used/).waitFor();
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await page.getByRole("button", { name: "Answered by: DIF-SR", exact: true }).waitFor();
    await close();
  });

  test("where nothing takes files, in a lecture or a frame, the page stays: a browser would leave it for the file", async () => {
    for (const [query, isTaken] of [
      ["?lecture=ten", false],
      ["?embed=why", false],
      ["", true],
    ]) {
      const { page, assertClean, close } = await lab.openPage({ ...STILL, query, ready: false });
      const dropped = () =>
        page.evaluate(() => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["text"], "notes.csv"));
          return ["dragover", "drop"].map((kind) => {
            const event = new DragEvent(kind, { dataTransfer, cancelable: true, bubbles: true });
            document.body.dispatchEvent(event);
            return event.defaultPrevented;
          });
        });
      await until(dropped, (all) => all.join() === "true,true", { what: `${query}: no way out of the page` });
      if (isTaken) await page.getByRole("dialog", { name: "Data" }).waitFor();
      else assert.equal(await page.getByRole("dialog").count(), 0, query);
      assertClean();
      await close();
    }
  });

  test("a model of another shop is refused, and so is an empty file, each in words", async () => {
    const { page, close } = await lab.openPage(STILL);
    const dialog = page.getByRole("dialog", { name: "Let this model answer?" });
    await drop(page, "other.safetensors", ready("department_chains/sasrec"));
    await dialog
      .getByText(/other\.safetensors cannot be used.*trained on other data \(Shop: department chains\)/)
      .waitFor();
    assert.equal(await dialog.getByRole("button", { name: "Let it answer" }).count(), 0);
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await drop(page, "nothing.safetensors", Buffer.alloc(0));
    await dialog.getByText(/nothing\.safetensors cannot be used\. The file is empty\./).waitFor();
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await page.getByRole("button", { name: "Answered by: DIF-SR", exact: true }).waitFor();
    await close();
  });

  test("of several files one dialog takes what it can, and names the others", async () => {
    const { page, close } = await lab.openPage(STILL);
    const model = page.getByRole("dialog", { name: "Let this model answer?" });
    const data = page.getByRole("dialog", { name: "Data" });
    const sasrec = ready("brand_loyal/sasrec");
    await dropAll(page, [
      ["a.safetensors", sasrec],
      ["b.safetensors", sasrec],
    ]);
    await model.getByText(/^Not taken: b\.safetensors\. Models are looked at/).waitFor();
    await model.getByRole("button", { name: "Let it answer" }).waitFor();
    await dropAll(page, [
      ["a.safetensors", sasrec],
      ["x.inter", Buffer.from("user_id:token\titem_id:token\n")],
      ["mine.json", Buffer.from(JSON.stringify({ model: { kind: "dif_sr" } }))],
    ]);
    await data.getByText(/^Not taken: a\.safetensors\. A model belongs/).waitFor();
    await data.getByText(/^Not taken: mine\.json\. If these are settings/).waitFor();
    assert.equal(await page.locator("dialog[open]").count(), 1);
    await close();
  });

  test("a log opens the data dialog", async () => {
    const { page, close } = await lab.openPage(STILL);
    await drop(page, "shop.inter", Buffer.from("user_id:token\titem_id:token\n"));
    await page.getByRole("dialog", { name: "Data" }).getByText("shop.inter").first().waitFor();
    await close();
  });

  test("a number that cannot be read holds the button beside it, whatever the fields beside it hold", async () => {
    const { page, close } = await lab.openPage(STILL);
    const rows = Array.from({ length: 48 }, (_, row) => `u${row % 8}\ti${row % 7}`);
    await drop(page, "shop.inter", Buffer.from(`user_id:token\titem_id:token\n${rows.join("\n")}\n`));
    const dialog = page.getByRole("dialog", { name: "Data" });
    const open = openButton(page);
    await open.waitFor();
    await goToStep(page, /How much/);
    const items = dialog.getByLabel("Most popular items");
    await items.fill("-5");
    await dialog.getByLabel("Sessions at most").fill("100");
    assert.ok(await open.isDisabled());
    await items.fill("50");
    assert.ok(await open.isEnabled());

    await dialog.getByRole("button", { name: "Back to the shops and what is open" }).click();
    await dialog.getByText("Mix the rules yourself").click();
    const make = dialog.getByRole("button", { name: "Make this shop" });
    const seed = dialog.getByLabel("Seed");
    await seed.fill("-5");
    await dialog.getByLabel("Sessions", { exact: true }).fill("100");
    assert.ok(await make.isDisabled());
    await seed.fill("9");
    await make.click();
    await dialog.getByText(/is open\./).waitFor();
    assert.equal(await dialog.getByText("open now", { exact: true }).count(), 0, "no card has seed 9 and 100 sessions");
    await close();
  });

  test("that a file cannot be used is not said of other data: the menu that said it is clean once another shop is open", async () => {
    const { page, close } = await lab.openPage(STILL);
    const refused = page.getByText(/other\.safetensors cannot be used/);
    const openMenu = () => page.getByRole("button", { name: /^Answered by: / }).click();
    await openMenu();
    const file = { name: "other.safetensors", mimeType: "application/octet-stream" };
    const buffer = ready("brand_loyal/sasrec").subarray(0, 4000);
    await page.locator('.model-picker input[type="file"]').setInputFiles({ ...file, buffer });
    await refused.waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Data: / }).click();
    const dialog = page.getByRole("dialog", { name: "Data" });
    await dialog.getByRole("button", { name: /^Department chains/ }).click();
    await dialog.getByRole("button", { name: "Build a session" }).click();
    await openMenu();
    await page.locator(".model-option").first().waitFor();
    assert.equal(await refused.count(), 0);
    await close();
  });
});
