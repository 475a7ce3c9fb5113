// Menus and dialogs lie over the page and move nothing on it; another shop has all it needs at once.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { option } from "./sides.mjs";
import { nextTexts, PHONE, STILL, sessionRows, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const scrollOf = (page) => page.evaluate(() => Math.round(scrollY));
const popover = (page) => page.locator(".popover:popover-open");

/** Where an element stands, and the window it stands in. */
const boxOf = (locator) =>
  locator.evaluate((element) => {
    const { left, right, top, bottom, height } = element.getBoundingClientRect();
    return { left, right, top, bottom, height, width: document.documentElement.clientWidth, window: innerHeight };
  });

async function isInside(locator) {
  const box = await boxOf(locator);
  assert.ok(
    box.left >= 0 && box.top >= 0 && box.right <= box.width && box.bottom <= box.window,
    `it leaves the window: ${JSON.stringify(box)}`,
  );
}

const HEADER = [/^Answered by: /, /^Where it runs: /, "Theme and size"];

describe("a menu", () => {
  test("of the header leaves the page where it is: opened, closed by Escape, by a press outside", async () => {
    const { page, assertClean, close } = await lab.openPage({ ...STILL, query: "?panel=paper" });
    await page.locator("#paper table").first().waitFor();
    await page.evaluate(() => scrollTo(0, 400));
    for (const name of HEADER) {
      const button = page.getByRole("button", { name });
      await button.click();
      await popover(page).waitFor();
      assert.equal(await scrollOf(page), 400, `opening ${name}`);
      await page.keyboard.press("Escape");
      await popover(page).waitFor({ state: "detached" });
      assert.equal(await scrollOf(page), 400, `Escape in ${name}`);
      assert.ok(await button.evaluate((one) => one === document.activeElement), "the focus is on its button again");
      await button.click();
      await popover(page).waitFor();
      await page.mouse.click(900, 600);
      await popover(page).waitFor({ state: "detached" });
      assert.equal(await scrollOf(page), 400, `a press outside ${name}`);
      // The same button closes what it has opened.
      await button.click();
      await popover(page).waitFor();
      await button.click();
      await popover(page).waitFor({ state: "detached" });
    }
    await page.getByRole("button", { name: /^Data: / }).click();
    await page.getByRole("dialog", { name: "Data" }).waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await scrollOf(page), 400, "the data dialog");
    assertClean();
    await close();
  });

  test("reached by keys leaves the page where it is, too", async () => {
    const { page, close } = await lab.openPage({ ...STILL, query: "?panel=paper" });
    await page.locator("#paper table").first().waitFor();
    await page.evaluate(() => scrollTo(0, 400));
    await page.evaluate(() => document.querySelector(".picker-button").focus());
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press("Tab");
    await page.locator('.panel-bar a[href="?panel=train"]').focus();
    assert.equal(await scrollOf(page), 400);
    await close();
  });

  test("of models uses the room there is, and every model can be reached", async () => {
    const { page, close } = await lab.openPage(STILL);
    await page.getByRole("button", { name: /^Answered by: / }).click();
    await option(page, /^Caser/).waitFor();
    await isInside(popover(page));
    const { bottom, window } = await boxOf(popover(page));
    assert.ok(window - bottom < 40, `${window - bottom} px are left below a list that scrolls`);
    const seen = await page
      .locator(".model-option")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().bottom < innerHeight).length);
    assert.ok(seen >= 9, `${seen} models are seen`);
    const scores = await page.locator(".model-option").evaluateAll((all) =>
      all.map((row) => {
        const [name, score] = [row.querySelector("b"), row.querySelector("b + span")];
        const [one, other] = [name.getBoundingClientRect(), score.getBoundingClientRect()];
        const isBeside = other.left >= one.right && Math.abs(other.top + other.bottom - one.top - one.bottom) < 6;
        return { text: `${name.innerText}: ${score.innerText}`, isBeside };
      }),
    );
    assert.ok(scores.length >= 15);
    for (const { text, isBeside } of scores) {
      assert.match(text, /\.\d{3}$/);
      assert.ok(isBeside, `the score stands on the line of its name: ${text}`);
    }
    await option(page, /^Caser/).scrollIntoViewIfNeeded();
    await isInside(page.locator(".model-option").last());
    await close();
  });

  for (const [what, viewport] of [
    ["1366 px", undefined],
    ["360 px", PHONE],
    ["400 % zoom", { width: 341, height: 192 }],
  ]) {
    test(`stands inside the window at ${what}, and ticking a filter moves neither it nor its button`, async () => {
      const { page, close } = await lab.openPage({ ...STILL, ...(viewport ? { viewport } : {}) });
      await page.getByRole("button", { name: "Examples" }).click();
      await popover(page).waitFor();
      await isInside(popover(page));
      await page.keyboard.press("Escape");
      for (const name of ["Category", "Brand", "Price"]) {
        const button = page.getByRole("button", { name: new RegExp(`Filter by ${name}`) });
        await button.click();
        await popover(page).getByRole("checkbox").first().waitFor();
        await isInside(popover(page));
        const before = [await boxOf(popover(page)), await boxOf(button)];
        await popover(page).getByRole("checkbox").first().check();
        const [menu, opener] = [await boxOf(popover(page)), await boxOf(button)];
        assert.deepEqual([menu.left, menu.top], [before[0].left, before[0].top]);
        assert.equal(opener.top, before[1].top);
        await page.keyboard.press("Escape");
      }
      await close();
    });
  }

  test("of categories stands by department, and finding a kind shows where it belongs", async () => {
    const { page, close } = await lab.openPage(STILL);
    await page.getByRole("button", { name: /Filter by Category/ }).click();
    const values = popover(page).getByRole("checkbox");
    await values.first().waitFor();
    assert.equal(await values.count(), 70);
    assert.equal(await popover(page).locator(".facet-within").count(), 10);
    await popover(page).getByRole("searchbox").fill("tent");
    assert.deepEqual(
      (await popover(page).locator(".facet-value").allInnerTexts()).map((text) => text.split("\n")[0]),
      ["Camping", "Tent"],
    );
    await close();
  });
});

describe("another shop", () => {
  for (const [id, name] of [
    ["department_chains", "Department chains"],
    ["side_information_useless", "Side information is useless"],
  ]) {
    test(`has its session, its list and its maps at once: ${id}`, async () => {
      const { page, assertClean, close } = await lab.openPage(STILL);
      await page.getByRole("button", { name: /^Data: / }).click();
      const dialog = page.getByRole("dialog", { name: "Data" });
      await dialog.getByRole("button", { name: new RegExp(`^${name}`) }).click();
      await dialog.getByText("Its example session and a trained model are there.").waitFor();
      await dialog.getByRole("button", { name: "Build a session" }).click();
      await until(
        () => nextTexts(page),
        (list) => list.length === 10,
        { what: "ten next items" },
      );
      assert.ok((await sessionRows(page).count()) >= 3);
      assert.ok((await page.locator("#why [role=grid]").count()) >= 4);
      assertClean();
      await close();
    });
  }
});
