// The settings of a run: six in a row, all others behind a press; what is changed, mistyped or asked for by a link moves nothing.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "./sides.mjs";
import { startLab, until } from "./support.mjs";
import { button, openTrain as openIn, tops, train } from "./train.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const openTrain = (...given) => openIn(lab, ...given);

describe("the settings of a run", () => {
  test("six settings stand in a row; all others open over the curves, move none of them, and close by Escape", async () => {
    const { page, assertClean, close } = await openTrain();
    const settings = train(page).getByRole("region", { name: "Settings" });
    assert.equal(await settings.locator(".knob").count(), 6);
    const before = await tops(page);
    const all = settings.getByRole("button", { name: "All 25 settings" });
    await all.click();
    assert.equal(await settings.locator(".knob").count(), 25);
    await settings.getByRole("button", { name: "What do these do?" }).click();
    await settings
      .locator("dl")
      .getByText(/Size of Adam’s steps/)
      .waitFor();
    // All of them are higher than the window: the last button was scrolled to.
    await page.evaluate(() => scrollTo(0, 0));
    assert.deepEqual(await tops(page), before);
    assert.deepEqual(await violations(page, "#train"), []);
    await page.keyboard.press("Escape");
    assert.equal(await settings.locator(".knob").count(), 6);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "All 25 settings");
    assertClean();
    await close();
  });

  for (const [language, width, heading, text] of [
    ["en", 1366, "Learning rate learning_rate", "Size of Adam’s steps."],
    ["ko", 360, "학습률 learning_rate", "Adam이 한 번에 움직이는 크기입니다."],
  ]) {
    test(`the name of each setting explains itself on hover, focus or tap, and nothing moves (${language}, ${width})`, async () => {
      const isPhone = width === 360;
      const viewport = { width, height: isPhone ? 740 : 768 };
      const { page, assertClean, close } = await lab.openPage({
        ...{ query: `?panel=train&lang=${language}`, viewport, hasTouch: isPhone },
      });
      if (isPhone) await train(page).locator(".settings-open").click();
      const names = train(page).locator(".knob button.knob-name");
      await names.first().waitFor();
      const shown = await names.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      assert.ok(shown.length >= 6 && shown.every((height) => height >= 23.9), shown.join(" "));
      const tip = page.getByRole("tooltip");
      const one = names.filter({ hasText: heading.split(" learning_rate")[0] });
      const before = await tops(page);
      for (const open of isPhone ? ["tap"] : ["hover", "focus", "click"]) {
        // By keys a word is reached from the one before it.
        if (open === "focus")
          await names
            .first()
            .press("Shift+Tab")
            .then(() => page.keyboard.press("Tab"));
        else await one[open]();
        await tip.getByText(text).waitFor();
        assert.equal((await tip.locator("b, code").allInnerTexts()).join(" "), heading);
        if (!isPhone) assert.deepEqual(await tops(page), before);
        await page.keyboard.press("Escape");
        await page.mouse.move(2, 2);
        await tip.waitFor({ state: "detached" });
        await page.evaluate(() => document.activeElement.blur());
      }
      assertClean();
      await close();
    });
  }

  test("a slip of the keyboard is told beside its field and moves nothing", async () => {
    const { page, close } = await openTrain();
    const before = await tops(page);
    const epochs = train(page).getByRole("textbox", { name: "Epochs", exact: true });
    await epochs.fill("0");
    await train(page).getByText("A whole number from 1 to 10000.").waitFor();
    assert.deepEqual(await tops(page), before);
    await close();
  });

  test("a changed setting makes the button Restart with changes, moves nothing, and is in the link", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:200");
    const before = await tops(page);
    await button(page, "Play").click();
    await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: 60_000 });
    await train(page).getByRole("textbox", { name: "Seed", exact: true }).fill("7");
    await button(page, "Restart with changes").waitFor();
    await train(page)
      .getByText(/Changed: Seed\. The run on screen keeps its own settings\./)
      .waitFor();
    assert.deepEqual(await tops(page), before);
    const query = () => page.evaluate(() => new URLSearchParams(location.search).get("set"));
    await until(query, (set) => set === "training.epochs:200,training.seed:7", { what: "the settings in the address" });
    await button(page, "Restart with changes").click();
    await train(page).getByText("Changed:").waitFor({ state: "detached" });
    await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: 60_000 });
    await button(page, "Stop").click();
    assertClean();
    await close();
  });

  test("settings come from a link; what is no setting is left out and named", async () => {
    const set = "training.epochs:3,training.nonsense:1,training.seed:-1,model.n_heads:4";
    const { page, assertClean, close } = await openTrain(`&train=sasrec&set=${set}`);
    await page
      .getByText(/could not be used and was left out: set=training.nonsense:1, set=training.seed:-1\./)
      .waitFor();
    const epochs = train(page).getByRole("textbox", { name: "Epochs", exact: true });
    assert.equal(await epochs.inputValue(), "3");
    assert.equal(await train(page).getByRole("combobox", { name: "Heads" }).inputValue(), "4");
    const model = train(page).getByRole("combobox", { name: "Model to train" });
    assert.equal(await model.inputValue(), "sasrec");
    assertClean();
    await close();
  });

  test("a setting that is not its default any more, and can be reset, leaves its neighbours where they are", async () => {
    const { page, close } = await openTrain();
    const places = () =>
      train(page)
        .locator(".settings-row .knob")
        .evaluateAll((all) =>
          all.map((one) => {
            const { x, y, width } = one.getBoundingClientRect();
            return { name: one.querySelector(".knob-name").textContent, x, y, width };
          }),
        );
    const before = await places();
    assert.ok(before.some(({ name }) => name === "Seed"));
    for (const [name, value] of [
      ["Epochs", "3000"],
      ["Learning rate", "0.00025"],
      ["Seed", "123456789"],
    ]) {
      await train(page).getByRole("textbox", { name, exact: true }).fill(value);
    }
    await until(
      () => train(page).locator(".settings-row .knob-reset").count(),
      (count) => count === 3,
      { what: "three ways back" },
    );
    assert.deepEqual(await places(), before);
    await close();
  });

  test("no control of the row touches another one, at the sizes of a projector either", async () => {
    const { page, close } = await openTrain("&projector=1");
    const boxes = await train(page)
      .locator(".settings-row :is(select, input)")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    assert.equal(boxes.length, 7);
    for (const [index, { left, top }] of boxes.entries()) {
      const before = boxes[index - 1];
      if (before?.top === top) assert.ok(left - before.right >= 6, `${before.right} and ${left}`);
    }
    await close();
  });
});
