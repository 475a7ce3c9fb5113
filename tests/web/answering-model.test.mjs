// Which model answers the visitor: chosen in the menu, by its fusion, by a link; and what happens on other data.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { lists, openPart, option, part, picked, violations } from "./sides.mjs";
import { clickItems, engineReady, nextTexts, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

describe("which model answers", () => {
  test("any ready model can, with session and focus as they were", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const session = await page.locator(".step-name").allInnerTexts();
    await page.locator("#map-fused").focus();
    for (const key of ["Home", "Enter"]) await page.keyboard.press(key);
    const query = () => page.evaluate(() => new URLSearchParams(location.search).get("cell"));
    const cell = await until(query, (value) => value !== null, { what: "the pinned cell in the address" });
    await page.getByRole("button", { name: /^Answered by: / }).click();
    await option(page, /^SASRec(?!F)/).check();
    await page.getByRole("button", { name: "Answered by: SASRec", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page
      .locator("#why")
      .getByText(/One map for everything/)
      .waitFor();
    assert.deepEqual(await page.locator(".step-name").allInnerTexts(), session);
    assert.equal(await query(), cell);
    assertClean();
    await close();
  });

  test("sum, concat and gate switch in the Why panel", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const fusion = page.locator("#why").getByRole("radiogroup", { name: "Fusion" });
    const list = await nextTexts(page);
    await fusion.getByRole("radio", { name: "gate" }).click();
    await page.getByRole("button", { name: "Answered by: DIF-SR (gate)" }).waitFor();
    await page.locator("#why").getByText("Gates of this row").waitFor();
    await until(
      () => nextTexts(page),
      (now) => now.join() !== list.join(),
      { what: "another list" },
    );
    await fusion.getByRole("radio", { name: "concat" }).click();
    await page.getByRole("button", { name: "Answered by: DIF-SR (concat)" }).waitFor();
    assertClean();
    await close();
  });

  test("a model without attention explains itself in one sentence", async () => {
    const { page, close } = await lab.openPage();
    await page.getByRole("button", { name: /^Answered by: / }).click();
    await option(page, /^Caser/).check();
    await page
      .locator("#why")
      .getByText(/Caser has no attention/)
      .waitFor();
    assert.equal(await page.locator("#why").getByRole("grid").count(), 0);
    await close();
  });

  test("on other data the page's weights are no choice, and the page says why", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?data=department_chains&seed=3&panel=side" });
    await engineReady(page);
    await part(page)
      .getByText(/trained on other data/)
      .waitFor();
    assert.equal(await lists(page).count(), 0);
    await page.getByRole("button", { name: /^Answered by: / }).click();
    await page
      .getByRole("dialog")
      .getByText(/trained on other data/)
      .waitFor();
    assert.equal(await page.getByRole("dialog").getByRole("radio").count(), 0);
    await page.keyboard.press("Escape");
    await part(page).getByRole("button", { name: "Train models" }).click();
    await page.locator("#train").waitFor();
    assertClean();
    await close();
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`no accessibility violation in the menu and with unusual maps: ${colorScheme}`, async () => {
      const found = [];
      for (const system of ["fdsa", "bert4rec", "gru4rec"]) {
        const { page, close } = await lab.openPage({ query: `?m=${system}`, colorScheme, reducedMotion: "reduce" });
        await page.getByRole("button", { name: /^Answered by: / }).click();
        await option(page, /^SASRec/)
          .first()
          .waitFor();
        for (const violation of await violations(page, "#app")) found.push(`${system}: ${violation}`);
        await close();
      }
      assert.deepEqual(found, []);
    });
  }

  test("a fusion without weights for this data is offered for training", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?data=department_chains&seed=3&panel=train" });
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await page.getByRole("button", { name: "Answered by: DIF-SR, your own", exact: true }).waitFor();
    await clickItems(page, 2);
    await page.getByRole("link", { name: "Why?" }).first().click();
    await page.locator("#why").getByRole("radiogroup", { name: "Fusion" }).getByRole("radio", { name: "gate" }).click();
    await page
      .locator("#why")
      .getByText(/No model with fusion “gate” has been trained on this data/)
      .waitFor();
    await page.getByRole("button", { name: "Answered by: DIF-SR, your own", exact: true }).waitFor();
    await page.getByRole("button", { name: "Train it with gate" }).click();
    await page
      .locator("#train")
      .getByRole("button", { name: /^All \d+ settings$/ })
      .click();
    const fusion = page.locator("#train").getByRole("combobox", { name: "Fusion" });
    await until(
      () => fusion.inputValue(),
      (value) => value === "gate",
      { what: "the fusion in the settings" },
    );
    assertClean();
    await close();
  });

  test("a link to models side by side opens their panel from its top, and so does one from when they stood in Compare", async () => {
    for (const panel of ["side", "compare"]) {
      const { page, close } = await openPart(lab, { query: `?panel=${panel}&ab=dif_sr.sasrecf-add` });
      assert.deepEqual([await picked(page, "A"), await picked(page, "B")], ["DIF-SR", "SASRecF (add)"]);
      assert.equal(new URL(page.url()).searchParams.get("panel"), "side");
      const { y } = await part(page).getByRole("heading", { level: 2, name: "Side by side" }).boundingBox();
      assert.ok(y > 0 && y < 300, `its heading stands at ${y}`);
      await close();
    }
  });

  test("a link brings the model that answers and those beside it", async () => {
    const { page, weights, assertClean, close } = await openPart(lab, {
      query: "?panel=compare&m=fdsa&ab=caser.dif_sr-gate",
    });
    await page.getByRole("button", { name: "Answered by: FDSA" }).waitFor();
    assert.deepEqual([await picked(page, "A"), await picked(page, "B")], ["Caser", "DIF-SR (gate)"]);
    // The article below asks for others once the panel has its own.
    const first = weights.filter((name) => name.endsWith(".safetensors")).slice(0, 3);
    assert.deepEqual(first.sort(), ["caser.safetensors", "dif_sr-gate.safetensors", "fdsa.safetensors"]);
    await part(page).getByRole("button", { name: "Swap A and B" }).click();
    const query = () => page.evaluate(() => location.search);
    await until(query, (text) => text.includes("ab=dif_sr-gate.caser") && text.includes("m=fdsa"), {
      what: "the models in the address",
    });
    assertClean();
    await close();
  });

  test("a link to a model that does not exist is answered by the usual one", async () => {
    const { page, assertClean, close } = await openPart(lab, { query: "?panel=compare&m=nonsense&ab=nonsense.sasrec" });
    await page.getByRole("button", { name: "Answered by: DIF-SR", exact: true }).waitFor();
    assert.equal(await picked(page, "A"), "DIF-SR");
    assertClean();
    await close();
  });
});
