// Which click: each click taken out, sources off and scaled, and the edits that would have changed the answer, tried for real.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { goToPanel, HANDHELD, nextTexts, STILL, sessionRows, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const PANEL = { ...STILL, query: "?panel=cause" };
const rows = (page) => page.locator("#cause .cause-table tbody tr");
const reading = (page) => page.locator("#cause .cause-clicks [data-reading]");
/** What the item is given with all clicks. */
const line = (page) => page.locator("#cause .cause-clicks .cause-key");
const first = async (page) => (await nextTexts(page))[0].split("\n")[1];
const changes = (page) => page.locator("#cause .cause-changes");

async function open(options = {}) {
  const opened = await lab.openPage({ ...PANEL, ...options });
  await rows(opened.page).first().waitFor();
  return opened;
}

/** Percent and rank as a row of the clicks has them. */
async function numbers(row) {
  const [percent, place] = await row
    .locator("td.numeric")
    .evaluateAll((cells) => cells.map((cell) => (cell.querySelector("b") ?? cell).textContent));
  return { percent: Number.parseFloat(percent), place: Number(place) };
}

/** What the list says of an item, on screen down to twenty places. */
async function listed(page, name) {
  const texts = (await nextTexts(page)).map((text) => text.split("\n"));
  const row = texts.find((parts) => parts[1] === name);
  return row && { place: Number(row[0]), percent: Number.parseFloat(row.find((part) => /^\d+\.\d$/.test(part))) };
}

describe("each click, taken out", () => {
  test("has the numbers that the list has once it is out, and undo brings it back", async () => {
    const { page, assertClean, close } = await open({ query: "?panel=cause&k=20" });
    const item = await first(page);
    const count = await rows(page).count();
    assert.equal(await sessionRows(page).count(), count);
    const index = 2;
    const said = await numbers(rows(page).nth(index));
    const row = rows(page).nth(index).locator(".row-button");
    await row.focus();
    await page.locator(`#session .step:nth-child(${index + 1})[data-looked-at="true"]`).waitFor();
    await page.keyboard.press("Enter");
    await until(
      () => rows(page).count(),
      (now) => now === count - 1,
      { what: "one row less" },
    );
    const now = await until(
      () => listed(page, item),
      (found) => found?.place === said.place,
      { what: `${item} at ${said.place}` },
    );
    assert.ok(Math.abs(now.percent - said.percent) < 0.06, `${now.percent} in the list, ${said.percent} in the row`);
    assert.equal(await page.evaluate(() => document.activeElement?.className), "row-button");
    await page.locator("#cause .cause-controls").getByRole("button", { name: "Undo" }).click();
    await until(
      () => rows(page).count(),
      (found) => found === count,
      { what: "the row again" },
    );
    assertClean();
    await close();
  });

  test("is one tab stop, arrows move, and the sentence names the largest change", async () => {
    const { page, close } = await open();
    const all = await rows(page).count();
    assert.equal(await page.locator('#cause .row-button[tabindex="0"]').count(), 1);
    await page.locator('#cause .row-button[tabindex="0"]').focus();
    await page.keyboard.press("End");
    assert.equal(
      await page.evaluate(() => [...document.querySelectorAll(".row-button")].indexOf(document.activeElement)),
      all - 1,
    );
    const found = [];
    for (let at = 0; at < all; at++) {
      const row = rows(page).nth(at);
      found.push({ name: await row.locator(".row-name").textContent(), ...(await numbers(row)) });
    }
    const whole = Number.parseFloat(
      (await page.locator("#cause .cause-controls option").first().textContent()).split(", ")[1],
    );
    const [most] = found.sort((a, b) => Math.abs(b.percent - whole) - Math.abs(a.percent - whole));
    const text = await reading(page).innerText();
    assert.ok(text.startsWith(`Without ${most.name}`), `${text} names ${most.name}`);
    await close();
  });

  test("is explained for any item of the list, by the link, too", async () => {
    const { page, close } = await open();
    const second = (await nextTexts(page))[1].split("\n")[1];
    await page.locator("#cause").getByLabel("For").selectOption({ index: 1 });
    await until(
      () => reading(page).innerText(),
      (text) => text.includes(second),
      { what: `a sentence about ${second}` },
    );
    await until(
      () => page.url(),
      (url) => /[?&]item=\d+/.test(url),
      { what: "the item in the address" },
    );
    await close();
  });

  test("needs two of them, and a single one says why sources change nothing", async () => {
    const { page, assertClean, close } = await lab.openPage({ ...STILL, query: "?panel=cause&s=39" });
    await page.getByText("Two clicks are needed").waitFor();
    await page.locator("#cause .cause-why").getByText("changes nothing here, exactly").waitFor();
    assert.equal(await page.locator("#cause input[type=range]").count(), 0);
    await page.goto(`${lab.origin}/?panel=cause&s=39.234&m=sasrec`);
    await page.locator("#cause .cause-why").getByText("adds item and position before it compares them").waitFor();
    await rows(page).first().waitFor();
    assert.equal(await page.locator("#cause input[type=range]").count(), 0);
    assertClean();
    await close();
  });
});

describe("a source that is scaled", () => {
  const slider = (page, name) => page.locator("#cause").getByRole("slider", { name: new RegExp(`^${name}`) });

  test("moves the list, is in the link, says that it is edited, and Reset brings everything back", async () => {
    const { page, assertClean, close } = await open();
    const before = await nextTexts(page);
    const whole = await line(page).innerText();
    await slider(page, "Brand").focus();
    await page.keyboard.press("ArrowLeft");
    await until(
      () => page.url(),
      (url) => url.includes("amp=B0.95"),
      { what: "the factor in the address" },
    );
    await page.keyboard.press("Home");
    await until(
      () => page.url(),
      (url) => /[?&]off=B\b/.test(url) && !url.includes("amp="),
      { what: "0 everywhere as a source that is off" },
    );
    await until(
      () => nextTexts(page),
      (texts) => texts.join() !== before.join(),
      { what: "another list" },
    );
    for (const panel of ["#cause", "#next"]) await page.locator(`${panel} .edited-mark`).waitFor();
    // What stands in the panel follows, too.
    await until(
      () => line(page).innerText(),
      (text) => text !== whole,
      { what: "rows of the model as it answers now" },
    );
    await changes(page).getByRole("combobox").waitFor();
    await page.locator("#cause .panel-head").getByRole("button", { name: "Reset" }).click();
    await until(
      () => page.locator(".edited-mark").count(),
      (count) => count === 0,
      { what: "no mark" },
    );
    assert.equal(await slider(page, "Brand").inputValue(), "1");
    assertClean();
    await close();
  });

  test("in one layer leaves the other as it was, and its map there is the one that is scaled", async () => {
    const { page, close } = await open();
    await page.locator("#cause").getByRole("radio", { name: "Layer 2" }).click();
    await slider(page, "Category").focus();
    await page.keyboard.press("End");
    await until(
      () => page.url(),
      (url) => url.includes("amp=C2@2") || url.includes("amp=C2%402"),
      { what: "the factor of layer 2 in the address" },
    );
    await page.locator("#cause").getByRole("radio", { name: "Everywhere" }).click();
    await page.locator("#cause output").getByText("1.00 · 2.00").waitFor();
    await close();
  });
});

describe("what would have changed it", () => {
  test("is a click that does it alone: tried for real, the item is where the sentence says", async () => {
    const { page, assertClean, close } = await open();
    const item = await first(page);
    await changes(page).getByRole("button", { name: "Try it" }).first().waitFor();
    const text = await changes(page).locator(".cause-change").first().innerText();
    const [, place] = /falls from 1 to (\d+)\./.exec(text) ?? assert.fail(text);
    assert.ok(Number(place) > 1);
    const key = await line(page).innerText();
    await changes(page).getByRole("button", { name: "Try it" }).first().click();
    await until(
      () => first(page),
      (now) => now !== item,
      { what: `another item than ${item} at the top` },
    );
    await until(
      () => line(page).innerText(),
      (text) => text !== key,
      { what: "the rows of the session that is left" },
    );
    assert.ok((await reading(page).innerText()).includes(item), "what was tried is what is explained");
    assertClean();
    await close();
  });

  test("is a swap, found among all of them: tried for real, the item leaves the first place", async () => {
    const { page, assertClean, close } = await open();
    const item = await first(page);
    const swaps = changes(page).locator(".cause-swaps");
    await swaps.getByRole("button", { name: /^Try all [\d,]+ swaps$/ }).click();
    const tally = swaps.getByText(/^[\d,]+ of [\d,]+ single swaps do it, found in/);
    await tally.waitFor({ timeout: 60_000 });
    const clicks = await rows(page).count();
    assert.ok((await tally.innerText()).includes(` of ${(clicks * 239).toLocaleString("en-GB")} single swaps`));
    assert.match(await swaps.locator(".cause-change").innerText(), /^Replace .+ by .+ loses first place\.$/);
    // The time that it took is part of the sentence: a search that ran again would say another.
    const found = await tally.innerText();
    await goToPanel(page, "why");
    await goToPanel(page, "cause");
    await tally.waitFor();
    assert.equal(await swaps.locator(".progress-track").count(), 0);
    assert.equal(await tally.innerText(), found);
    await swaps.getByRole("button", { name: "Another" }).click();
    await swaps.getByRole("button", { name: "Try it" }).click();
    await until(
      () => first(page),
      (now) => now !== item,
      { what: `another item than ${item} at the top` },
    );
    assert.equal(await sessionRows(page).count(), clicks);
    // What was found of the old session is no answer for the new one, and is there again once that is back.
    await swaps.getByRole("button", { name: /^Try all/ }).waitFor();
    await page.locator("#cause .cause-controls").getByRole("button", { name: "Undo" }).click();
    await tally.waitFor();
    assertClean();
    await close();
  });

  test("stops where it is, and a click of the visitor's ends it", async () => {
    const { page, close } = await open({ query: "?panel=cause&s=39.234.41.162.238.223.93.39.234.41.162.238.223.93" });
    const swaps = changes(page).locator(".cause-swaps");
    // In the page itself: from outside, a fast machine has searched all of it before the button is found.
    const whileItSearches = (press) =>
      page.evaluate(
        (press) =>
          new Promise((resolve) => {
            const buttons = () => [...document.querySelectorAll("#cause .cause-swaps button")];
            const observer = new MutationObserver(() => {
              const stop = buttons().find((one) => one.textContent.trim() === "Stop");
              if (!stop) return;
              observer.disconnect();
              (press === "stop" ? stop : document.querySelector(press)).click();
              resolve();
            });
            observer.observe(document.querySelector("#cause"), { subtree: true, childList: true });
            buttons()
              .find((one) => one.textContent.startsWith("Try all"))
              .click();
          }),
        press,
      );
    await whileItSearches("stop");
    await swaps.getByText(/^Stopped after [\d,]+ of 3,346 swaps\./).waitFor();
    await whileItSearches("#session .step-remove");
    await swaps.getByRole("button", { name: /^Try all 3,107 swaps$/ }).waitFor();
    assert.equal(await swaps.locator(".progress-track").count(), 0);
    await close();
  });
});

test("everything fits a phone, in both languages, and can be pressed", async () => {
  for (const lang of ["en", "ko"]) {
    const { page, close } = await lab.openPage({ ...STILL, ...HANDHELD, query: `?panel=cause&lang=${lang}` });
    await rows(page).first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    const small = await page
      .locator("#cause :is(.row-button, .cause-take, .button, select)")
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect().height).filter((height) => height > 0 && height < 43.5),
      );
    assert.deepEqual(small, []);
    const cut = await page.locator("#cause .cause-table tbody tr").evaluateAll((all) =>
      all.flatMap((row) => {
        const [percent, rank, , value] = [...row.querySelectorAll("td")].slice(1);
        const box = (cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect();
        };
        const [a, b, c] = [percent, rank.querySelector("b") ?? rank, value].map(box);
        return a.right > b.left + 0.5 || b.right > c.left + 0.5 ? [row.textContent] : [];
      }),
    );
    assert.deepEqual(cut, []);
    await close();
  }
});
