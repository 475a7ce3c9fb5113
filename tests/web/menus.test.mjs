// Menus, dialogs and the focus: they lie over the page and move nothing on it, and the focus always stands somewhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { option } from "./sides.mjs";
import { clearSession, clickItems, nextTexts, sessionRows, startLab, until } from "./support.mjs";

const PHONE = { width: 360, height: 740 };
const STILL = { reducedMotion: "reduce" };

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const scrollOf = (page) => page.evaluate(() => Math.round(scrollY));
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at === document.body ? "body" : (at.getAttribute("aria-label") ?? at.textContent.trim());
  });
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
        await popover(page).waitFor();
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

describe("the focus", () => {
  test("stays in the menu when a model file was opened, and Escape still closes it", async () => {
    const { page, close } = await lab.openPage(STILL);
    await page.getByRole("button", { name: /^Answered by: / }).click();
    const open = page.locator("button").filter({ hasText: "Open a model" });
    await option(page, /^Caser/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save this model" }).click(),
    ]);
    const buffer = readFileSync(await download.path());
    await open.focus();
    const file = { name: "kept.safetensors", mimeType: "application/octet-stream", buffer };
    await page.locator('.model-picker input[type="file"]').setInputFiles(file);
    await page.locator(".model-option-note").getByText("kept.safetensors").waitFor();
    await page.getByRole("button", { name: "Answered by: DIF-SR, your own" }).waitFor();
    assert.equal(await focused(page), "Open a model");
    await page.keyboard.press("Escape");
    await popover(page).waitFor({ state: "detached" });
    await close();
  });

  test("goes somewhere when the last item is deleted, and stays on Clear", async () => {
    const { page, close } = await lab.openPage(STILL);
    await clearSession(page);
    await clickItems(page, 1);
    await page.locator(".step-body").focus();
    await page.keyboard.press("Delete");
    await until(
      () => focused(page),
      (now) => now.startsWith("Click an item to start"),
      { what: "the focus on what can be done now" },
    );
    await page.keyboard.press("Tab");
    assert.notEqual(await focused(page), "body");
    await clickItems(page, 2);
    await page.getByRole("button", { name: "Clear", exact: true }).focus();
    await page.keyboard.press("Enter");
    await until(
      () => sessionRows(page).count(),
      (count) => count === 0,
    );
    assert.equal(await focused(page), "Clear");
    await page.getByRole("button", { name: "Undo", exact: true }).focus();
    await page.keyboard.press("Enter");
    await until(
      () => sessionRows(page).count(),
      (count) => count === 2,
    );
    assert.equal(await focused(page), "Undo");
    await close();
  });

  test("leaves the session from the row that was moved", async () => {
    const { page, close } = await lab.openPage(STILL);
    const row = () =>
      page.evaluate(() => document.activeElement.closest(".step")?.querySelector(".step-name").textContent);
    await page.locator(".step-body").nth(2).focus();
    const moved = await row();
    await page.keyboard.press("Alt+ArrowUp");
    await until(row, (now) => now === moved, { what: "the focus on the row that was moved" });
    const stops = await page.locator(".step-body").evaluateAll((all) => all.map((one) => one.tabIndex));
    assert.deepEqual(
      stops.flatMap((stop, index) => (stop === 0 ? [index] : [])),
      [1],
    );
    await page.keyboard.press("Tab");
    assert.equal(await row(), undefined, "Tab leaves the list");
    await close();
  });

  test("is never under a bar: every stop of every panel, at 1366 px and on a phone", async () => {
    for (const viewport of [{ width: 1366, height: 768 }, PHONE]) {
      for (const panel of ["why", "train", "paper", "session"]) {
        const { page, close } = await lab.openPage({ ...STILL, viewport, query: `?panel=${panel}` });
        await page.locator(`#${panel} :is(button, a, input)`).first().waitFor();
        await page.locator(`#${panel}`).focus();
        const hidden = [];
        for (let presses = 0; presses < 60; presses++) {
          await page.keyboard.press("Tab");
          const found = await page.evaluate((id) => {
            const { activeElement: at } = document;
            if (!at?.closest(`#${id}`)) return "left";
            const { left, right, top, bottom } = at.getBoundingClientRect();
            const [x, y] = [(left + Math.min(right, left + 40)) / 2, [top + 2, (top + bottom) / 2, bottom - 2]];
            const bars = y.map((height) =>
              document.elementFromPoint(x, height)?.closest(".top, .panel-bar, .strip, .panel-tabs, .status-line"),
            );
            const bar = bars.find((one) => one && !one.contains(at));
            return bar ? `${at.textContent.trim().slice(0, 30)} under ${bar.className}` : null;
          }, panel);
          if (found === "left") break;
          if (found) hidden.push(found);
        }
        assert.deepEqual(hidden, [], `${panel} at ${viewport.width}`);
        await close();
      }
    }
  });
});

describe("copying", () => {
  test("says so beside the button, and so does not being allowed to", async () => {
    const { page, context, close } = await lab.openPage(STILL);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy a link to this state" }).click();
    const said = page.locator(".copy-said");
    await said.getByText(/^Link copied/).waitFor();
    await isInside(said);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.startsWith(lab.origin));
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
      document.execCommand = () => false;
    });
    await page.getByRole("button", { name: "Copy a link to this state" }).click();
    await said.getByText(/did not allow copying/).waitFor();
    await close();
  });

  test("is offered on a phone, beside theme and keys", async () => {
    const { page, context, close } = await lab.openPage({ ...STILL, viewport: PHONE, hasTouch: true });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Theme, link, keys" }).click();
    await popover(page).getByRole("button", { name: "Copy a link to this state" }).click();
    await popover(page).locator(".copy-said").waitFor();
    await popover(page).getByRole("radio", { name: "Dark" }).click();
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    await popover(page).getByRole("button", { name: "Keyboard shortcuts" }).click();
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await close();
  });
});

describe("what is dropped on the page", () => {
  const drop = (page, name, bytes) =>
    page.evaluate(
      ([fileName, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(content)], fileName));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true, bubbles: true }));
      },
      [name, [...bytes]],
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

  test("a log opens the data dialog", async () => {
    const { page, close } = await lab.openPage(STILL);
    await drop(page, "shop.inter", Buffer.from("user_id:token\titem_id:token\n"));
    await page.getByRole("dialog", { name: "Data" }).getByText("shop.inter").waitFor();
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
