// A lecture of a lecturer's own: made by hand, played, saved, deleted, opened again, sent as a link, and what is said of files that are none.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { clicksOf, HANDHELD, STILL, startLab, until, WIDE } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const place = (page) =>
  page.evaluate(() => {
    const { lecture, step, click } = document.documentElement.dataset;
    return lecture === undefined ? null : `${step}:${click}`;
  });
const at = (page, wanted) =>
  until(
    () => place(page),
    (now) => now === wanted,
    { what: wanted ?? "the end of the lecture" },
  );
const title = (page) => page.locator("[data-wall-title]");
const dialogOf = (page) => page.locator(".own-dialog");
const row = (page, ...keys) => dialogOf(page).locator(keys.map((key) => `[data-row="${key}"]`).join(" "));
/** The row's own button, not those of the rows inside it. */
const open = (found) => found.locator("> .own-row-head .own-row-name").click();
const order = (page) =>
  dialogOf(page)
    .locator(".own-rows")
    .first()
    .locator("> .own-row")
    .evaluateAll((rows) => rows.map((one) => one.dataset.row));
const total = (page) => dialogOf(page).locator(".own-total").innerText();
const field = (page, name) => dialogOf(page).getByRole("textbox", { name, exact: true });
const press = (page, name) => dialogOf(page).getByRole("button", { name, exact: true }).click();

async function openOwn(page) {
  await page
    .getByRole("button", { name: /^(Lecture|Theme, link, keys)$/ })
    .last()
    .click();
  await page.getByRole("button", { name: "Make your own" }).click();
  await dialogOf(page).waitFor();
}

/** A new one in the editor. */
async function beginFrom(page, base) {
  await openOwn(page);
  await press(page, base);
  await dialogOf(page).locator(".own-rows").first().waitFor();
}

/** What the button of that name saves. */
async function saved(page, name) {
  const coming = page.waitForEvent("download");
  await press(page, name);
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const choose = (page, files) =>
  dialogOf(page)
    .locator('input[type="file"]')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) })));

const drop = (page, files) =>
  page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const { name, text } of all) transfer.items.add(new File([text], name));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true, bubbles: true }));
  }, files);

const fileOf = (parts) =>
  JSON.stringify(
    { format: "dif-sr-lab lecture", version: 1, id: "talk", name: "Talk", base: "one", ...parts },
    null,
    2,
  );

describe("a lecture of one's own", { concurrency: 1 }, () => {
  test("is put in order, hidden, retimed and reworded, and plays so; the visitor's own state comes back", async () => {
    const { page, assertClean, close } = await lab.openPage({ ...STILL, query: "?s=3.14.15&panel=rank" });
    const own = await clicksOf(page);
    await beginFrom(page, "One minute");
    assert.equal(await total(page), "0:55 of 1:00");
    await field(page, "Name").fill("My talk");

    // A step that the base leaves out comes in, whole; one goes to the front by keys, one is hidden, one sub-step too.
    await press(page, "Show Rank");
    assert.equal(await total(page), "2:05 of 1:00 1:05 too long");
    await field(page, "Minutes you have").fill("3");
    await row(page, "rank").locator(".own-row-name").focus();
    for (let times = 0; times < 7; times++) await page.keyboard.press("Alt+ArrowUp");
    assert.equal((await order(page))[0], "rank");
    assert.equal(await page.evaluate(() => document.activeElement.closest("[data-row]").dataset.row), "rank");
    await press(page, "Move Rank down");
    assert.deepEqual((await order(page)).slice(0, 2), ["session", "rank"]);
    await press(page, "Hide Five maps");
    await open(row(page, "rank"));
    await press(page, "Hide Early fusion stops at …: the width of a head");
    await field(page, "Time of Rank").fill("1:00");
    await page.keyboard.press("Enter");
    assert.equal(await total(page), "1:41 of 3:00");

    await open(row(page, "rank", "0"));
    await field(page, "Title").fill("How much room? {rank_d} <b>patterns</b> {nothing}");
    await dialogOf(page).getByText("{nothing} is no number of the lecture.").waitFor();
    assert.match(await dialogOf(page).locator(".own-word-preview").innerText(), /rank that decoupled fusion reaches/);
    await press(page, "Start");

    await title(page).waitFor();
    await at(page, "rank:0");
    await until(
      () => title(page).innerText(),
      (words) => words === "How much room? 14 <b>patterns</b> {nothing}",
      { what: "the title with its number", timeout: 60_000 },
    );
    await page.keyboard.press("PageDown");
    await at(page, "rank:1");
    assert.match(await title(page).innerText(), /Where does decoupled fusion stop/);
    await page.waitForTimeout(600);
    await page.reload();
    await title(page).waitFor();
    await at(page, "rank:1");
    for (const next of ["rank:2", "rank:3", "side:0", "whatif:0"]) {
      await page.keyboard.press("PageDown");
      await at(page, next);
    }
    await page.goBack();
    await at(page, "side:0");
    await page.keyboard.press("Escape");
    await at(page, null);
    await page.locator('[data-panel="rank"]').waitFor();
    assert.deepEqual(await clicksOf(page), own);
    assertClean();
    await close();
  });

  test("holds what is on screen as a step; copies, removals and undo", async () => {
    const { page, close } = await lab.openPage({ ...STILL, query: "?panel=rank&weights=random&n=9&dh=3" });
    await beginFrom(page, "One minute");
    await open(row(page, "side"));
    await press(page, "Add what is on screen");
    assert.deepEqual((await order(page)).slice(0, 4), ["session", "side", "rank-2", "onemap"]);
    assert.equal(await page.evaluate(() => document.activeElement.value), "Rank");
    await page.keyboard.type("Nine clicks");
    await field(page, "Sentence").fill("Heads are three wide.");
    await dialogOf(page).getByLabel("Put in a number").selectOption("rank_t");
    assert.equal(await field(page, "Sentence").inputValue(), "Heads are three wide.{rank_t}");
    await press(page, "Undo");
    assert.equal(await field(page, "Sentence").inputValue(), "");
    await press(page, "Redo");
    assert.equal(await total(page), "1:15 of 1:00 0:15 too long");

    await row(page, "rank-2").getByRole("button", { name: "Duplicate" }).last().click();
    assert.deepEqual((await order(page)).slice(2, 4), ["rank-2", "rank-3"]);
    await open(row(page, "rank-3"));
    await row(page, "rank-3").getByRole("button", { name: "Remove" }).last().click();
    assert.deepEqual((await order(page)).slice(2, 4), ["rank-2", "onemap"]);
    assert.ok(await page.evaluate(() => document.activeElement.closest(".own-rows") !== null), "the focus stays");
    await page.keyboard.press("Control+z");
    assert.deepEqual((await order(page)).slice(2, 4), ["rank-2", "rank-3"]);
    await page.keyboard.press("Control+Shift+z");

    await open(row(page, "rank-2"));
    await open(row(page, "rank-2", "own"));
    await dialogOf(page).getByRole("checkbox", { name: "Your session" }).uncheck();
    await press(page, "Show on the wall");
    await title(page).waitFor();
    await at(page, "rank-2:0");
    assert.equal(await title(page).innerText(), "Nine clicks");
    const clicks = page.getByRole("combobox", { name: "Clicks" }).locator("option:checked");
    assert.equal(await clicks.innerText(), "9 different clicks");
    assert.equal(await page.locator('[data-panel="session"]').count(), 0);
    await page.keyboard.press("PageUp");
    await at(page, "side:0");
    await page.keyboard.press("PageDown");
    await at(page, "rank-2:0");
    assert.equal(await clicks.innerText(), "9 different clicks");
    await page.keyboard.press("Escape");
    await at(page, null);
    await close();
  });

  test("rows are dragged by their grip", async () => {
    const { page, close } = await lab.openPage({ ...STILL });
    await beginFrom(page, "Ten minutes");
    const grip = (key) => row(page, key).locator("> .own-row-head .own-grip").boundingBox();
    const [from, to] = [await grip("whatif"), await grip("session")];
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 8, to.y + 2, { steps: 8 });
    await page.mouse.up();
    assert.deepEqual((await order(page)).slice(0, 3), ["whatif", "session", "side"]);
    assert.ok(await dialogOf(page).isVisible());
    await close();
  });

  test("is saved, deleted, brought back, and opened again from its file, by which a link then plays it", async () => {
    const { page, close } = await lab.openPage({ ...STILL });
    await beginFrom(page, "One minute");
    await field(page, "Name").fill("Talk in March");
    await open(row(page, "fusion"));
    await open(row(page, "fusion", "1"));
    await field(page, "Title").fill("Look first, then add");
    const file = await saved(page, "Save as a file");
    assert.equal(file.name, "Talk in March.lecture.json");
    const { id, ...form } = JSON.parse(file.text);
    assert.deepEqual(form, {
      format: "dif-sr-lab lecture",
      version: 1,
      name: "Talk in March",
      base: "one",
      steps: [
        ...["session", "side", "onemap", "fivemaps", "whatif", "truth"],
        { step: "fusion", clicks: [0, { from: 1, words: { en: { title: "Look first, then add" } } }, 2] },
        ...["rank", "gradients", "train", "matter", "yours"],
      ],
    });

    await press(page, "All lectures");
    await press(page, "Delete Talk in March");
    await dialogOf(page).getByText("None yet.").waitFor();
    await press(page, "Bring it back");
    await dialogOf(page).getByText("Talk in March").first().waitFor();
    await press(page, "Delete Talk in March");
    await page.waitForTimeout(200);

    await page.goto(`${lab.origin}/?lecture=${id}&s=3.14`);
    await page.getByText(`“lecture=${id}” could not be used`).waitFor();
    assert.equal(await place(page), null);
    assert.equal((await clicksOf(page)).length, 2, "the page is as usual");
    await page.getByRole("button", { name: "Open its file" }).click();
    await dialogOf(page).waitFor();
    await choose(page, [file]);
    await dialogOf(page).getByText(`Links with lecture=${id} play it on this device.`).waitFor();
    await page.goto(`${lab.origin}/?lecture=${id}&step=fusion`);
    await title(page).waitFor();
    await at(page, "fusion:0");
    assert.equal(await title(page).innerText(), "Look first, then add");
    await page.keyboard.press("Escape");

    // The same file in another edition takes its place, and gives it back.
    await openOwn(page);
    await choose(page, [{ name: "new.json", text: file.text.replace("Talk in March", "Talk in May") }]);
    await press(page, "Bring it back");
    await dialogOf(page).getByText("Talk in March").first().waitFor();
    await close();
  });

  test("is sent as a link, opens in another browser, over a reload, and in the presenter's window", async () => {
    const { page, close } = await lab.openPage({ ...STILL });
    await beginFrom(page, "One minute");
    await field(page, "Name").fill("Short one");
    await open(row(page, "side"));
    await open(row(page, "side", "2"));
    await field(page, "Time of The gimbal and the spade are both Ostrel").fill("50 s");
    await field(page, "Title").fill("Both by one maker");
    await field(page, "What you say").fill("Read the names: rank {rank_t}.");
    await press(page, "Share as a link");
    const link = await field(page, "Link").inputValue();
    assert.ok(link.length < 600, link);
    await dialogOf(page).getByText(`${link.length} of at most 2,000 characters.`).waitFor();
    const secret = "Every word of it is another one. ".repeat(100);
    const random = Array.from({ length: 4000 }, () => String.fromCharCode(0x4e00 + Math.floor(Math.random() * 20_000)));
    await field(page, "What you say").fill(secret + random.slice(0, 600).join(""));
    await dialogOf(page)
      .getByText(/above 2,000 mail programs and chats cut links/)
      .waitFor();
    await close();

    const other = await lab.openPage({ ...STILL, query: link.slice(lab.origin.length + 1), ready: false });
    await title(other.page).waitFor();
    await at(other.page, "side:0");
    assert.equal(await title(other.page).innerText(), "Both by one maker");
    await other.page.keyboard.press("PageDown");
    await at(other.page, "fivemaps:0");
    await other.page.waitForTimeout(600);
    const address = other.page.url();
    assert.match(address, /\?lecture=\w+&step=fivemaps#lecture=[\w-]+$/);
    await other.page.reload();
    await title(other.page).waitFor();
    await at(other.page, "fivemaps:0");
    const notes = await other.context.newPage();
    const presenter = new URL(address);
    presenter.search = `?presenter=${presenter.searchParams.get("lecture")}&lang=en`;
    await notes.goto(presenter.href);
    // It has heard where the wall is.
    await notes.locator(".notes-steps button[aria-current]", { hasText: "Five maps" }).waitFor();
    await notes.locator(".notes-steps button", { hasText: "Side information" }).click();
    await at(other.page, "side:0");
    await notes.locator(".notes-say li[aria-current]", { hasText: /Read the names: rank 1\./ }).waitFor();
    assert.deepEqual(await notes.locator(".notes-steps button").allInnerTexts(), [
      "Side information\n0:00",
      "Five maps\n0:50",
      "What if?\n1:04",
      "Early or decoupled?\n1:13",
    ]);
    await notes.close();

    await other.page.keyboard.press("Escape");
    await at(other.page, null);
    await other.page.waitForTimeout(600);
    assert.doesNotMatch(other.page.url(), /lecture/);
    await other.page.getByRole("button", { name: "Lecture" }).click();
    await other.page.getByText("From a link").waitFor();
    await other.page.getByRole("button", { name: "Keep on this device" }).click();
    await other.page.getByRole("button", { name: "Edit Short one" }).click();
    assert.equal(await field(other.page, "Name").inputValue(), "Short one");
    await other.close();

    const tail = new URL(link).hash;
    for (const query of [tail, `?n=9${tail}`, `?lecture=ten${tail}`]) {
      const unasked = await lab.openPage({ ...STILL, query, ready: false });
      await unasked.page.locator(".notice").getByText("#lecture=").waitFor();
      await unasked.close();
    }

    for (const bad of [`${link.slice(0, -40)}`, link.replace(/lecture=\w+#/, "lecture=another#")]) {
      const damaged = await lab.openPage({ ...STILL, query: bad.slice(lab.origin.length + 1) });
      await damaged.page.getByText(/the lecture in the link was cut off or changed on its way/).waitFor();
      assert.equal(await place(damaged.page), null);
      await damaged.close();
    }
  });

  test("says of files that are none where, what was found, what was expected, and what to do", async () => {
    const { page, assertClean, close } = await lab.openPage({ ...STILL });
    await openOwn(page);
    const said = dialogOf(page).locator(".notice");
    const refusal = async (text, wanted) => {
      await choose(page, [{ name: "talk.json", text }]);
      await said.filter({ hasText: wanted }).waitFor();
    };
    await refusal("{", /^talk\.json was not opened\. Line 1, sign 2: found nothing there, expected the sign "\. Mend/);
    await refusal(fileOf({ minutes: "ten" }), /Line 7, minutes: found "ten", expected a whole number from 1 to 600\./);
    await refusal(fileOf({ version: 9 }), /Line 3, version: found 9, expected version 1\. It was made by a newer/);
    await refusal(fileOf({ version: 0 }), /found 0, expected version 1\. It was made by an older/);
    await refusal("{}", /expected a lecture of this page.*Lectures are saved here with “Save as a file”/);
    await refusal("x".repeat(1_100_000), /The whole file: found 1100000, expected at most 1,000,000 characters/);
    assert.equal(await dialogOf(page).locator("[data-lecture-id]").count(), 0, "none of them was taken");

    const hostile = fileOf({
      name: '<img src=x onerror="globalThis.hit=1">',
      colour: "red",
      steps: [
        "side",
        "tomorrow",
        {
          step: "mine",
          clicks: [
            {
              set: "panel=why&layer=99&lang=ko&parent=https://example.org&nonsense=<script>",
              words: { en: { title: "<script>globalThis.hit=1</script>", text: "{constructor} {rank_t:__proto__}" } },
            },
          ],
        },
      ],
    });
    await choose(page, [{ name: "hostile.json", text: hostile }]);
    await said
      .filter({
        hasText:
          /does not know it: line 7, colour; .*nonsense=<script>; .*layer=99\..*no such step: line 10, steps › 1 › tomorrow/,
      })
      .waitFor();
    await press(page, 'Start <img src=x onerror="globalThis.hit=1">');
    await title(page).waitFor();
    await page.keyboard.press("End");
    await at(page, "mine:0");
    assert.equal(await title(page).innerText(), "<script>globalThis.hit=1</script>");
    assert.equal(await page.locator("[data-wall-text]").innerText(), "{constructor} {rank_t:__proto__}");
    assert.equal(await page.evaluate(() => globalThis.hit), undefined);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await page.keyboard.press("Escape");
    await at(page, null);
    assertClean();
    await close();
  });

  test("whose step names what the shop has not is shown without it, and says so", async () => {
    const { page, close } = await lab.openPage({ ...STILL });
    await openOwn(page);
    const clicks = [{ set: "view=session,next,why&panel=why&s=1.2.9999&layer=7" }];
    const file = {
      format: "dif-sr-lab lecture",
      version: 1,
      id: "odd",
      name: "Odd",
      base: "one",
      steps: [{ step: "odd", clicks }],
    };
    await dialogOf(page)
      .locator("input[type=file]")
      .setInputFiles({ name: "odd.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
    await page.getByRole("button", { name: "Start Odd" }).click();
    await at(page, "odd:0");
    for (const part of ["s=9999", "layer=7"]) await page.locator(".notice").getByText(part).waitFor();
    assert.equal((await clicksOf(page)).length, 2);
    await page.locator('html[data-ready="true"]').waitFor({ state: "attached" });
    await close();
  });

  test("is dropped on the page like other files, which are told apart", async () => {
    const { page, close } = await lab.openPage({ ...STILL });
    await drop(page, [
      { name: "talk.json", text: fileOf({}) },
      { name: "x.inter", text: "user_id:token\titem_id:token\n" },
    ]);
    await dialogOf(page)
      .getByText(/talk\.json: “Talk” is here now/)
      .waitFor();
    await dialogOf(page)
      .getByText(/Not taken: x\.inter/)
      .waitFor();
    assert.equal(await page.locator("dialog[open]").count(), 1);
    await drop(page, [{ name: "broken.lecture.json", text: "{" }]);
    await dialogOf(page)
      .getByText(/broken\.lecture\.json was not opened/)
      .waitFor();
    await drop(page, [{ name: "settings.json", text: JSON.stringify({ model: { kind: "dif_sr" } }) }]);
    await page
      .getByRole("dialog", { name: "Data" })
      .getByText(/^Not taken: settings\.json/)
      .waitFor();
    assert.equal(await page.locator("dialog[open]").count(), 1);
    await close();
  });

  test("is kept over a reload and seen in another tab; worded in one language it says the base's words in the other", async () => {
    const { page, context, close } = await lab.openPage({ ...STILL, query: "?panel=map" });
    await beginFrom(page, "One minute");
    await field(page, "Name").fill("Two tongues");
    await open(row(page, "side"));
    await open(row(page, "side", "2"));
    await field(page, "Title").fill("One maker");
    await press(page, "Add what is on screen");
    await page.keyboard.type("The map of items");
    await page.waitForTimeout(200);
    const other = await context.newPage();
    await other.goto(`${lab.origin}/?lang=ko`);
    await other.getByRole("button", { name: "강의" }).click();
    await other.getByRole("button", { name: "Two tongues 시작" }).click();
    await title(other).waitFor();
    await at(other, "side:0");
    assert.equal(await title(other).innerText(), "짐벌도 삽도 오스트렐 제품");
    await other.keyboard.press("PageDown");
    await at(other, "map:0");
    assert.equal(await title(other).innerText(), "The map of items");
    await other.keyboard.press("Escape");
    await other.close();
    await page.goto(`${lab.origin}/?lang=en`);
    await page.getByRole("button", { name: "Lecture" }).click();
    await page.getByRole("button", { name: "Start Two tongues" }).click();
    await at(page, "side:0");
    assert.equal(await title(page).innerText(), "One maker");
    await close();
  });

  for (const [name, options] of [
    ["wide", { viewport: WIDE }],
    ["a phone", HANDHELD],
    ["dark", { viewport: WIDE, colorScheme: "dark" }],
  ]) {
    test(`breaks no rule of accessibility and fits: ${name}`, { timeout: 120_000 }, async () => {
      const { page, close } = await lab.openPage({ ...STILL, ...options, query: "?panel=why" });
      const check = async (where) => {
        await page.addScriptTag({ content: axe }).catch(() => page.evaluate(axe));
        const { violations } = await page.evaluate(() =>
          globalThis.axe.run(".own-dialog", { runOnly: ["wcag2a", "wcag2aa", "wcag22aa"] }),
        );
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0].target}`),
          [],
        );
        const over = await dialogOf(page).evaluate((one) => one.scrollWidth - one.clientWidth);
        assert.ok(over <= 0, `${where}: ${over} px too wide`);
      };
      await openOwn(page);
      await choose(page, [
        { name: "talk.json", text: fileOf({ name: "A talk with a name as long as names of talks are" }) },
        { name: "none.json", text: "{" },
      ]);
      await dialogOf(page)
        .getByText(/none\.json was not opened/)
        .waitFor();
      await check("the list");
      await press(page, "Edit A talk with a name as long as names of talks are");
      await open(row(page, "whatif"));
      await open(row(page, "whatif", "1"));
      await field(page, "Title").fill("{rank_t} and {nothing}");
      await dialogOf(page).getByText("Name and notes of the step").click();
      await press(page, "Share as a link");
      await field(page, "Link").waitFor();
      await check("the editor");
      await press(page, "Add what is on screen");
      await check("a step of one's own");
      await close();
    });
  }

  test("can say every number that is offered", { timeout: 120_000 }, async () => {
    const source = readFileSync(new URL("../../www/content/lecture/numberNames.ts", import.meta.url), "utf8");
    const names = [...source.matchAll(/"(\w+)"/g)].map(([, name]) => name);
    assert.ok(names.length > 50);
    const { page, context, close } = await lab.openPage({
      ...STILL,
      query: "?lecture=ten&step=truth&click=2",
      ready: false,
    });
    await title(page).waitFor();
    const listener = await context.newPage();
    await listener.goto(`${lab.origin}/@test/lab.html`);
    await listener.evaluate(() => {
      globalThis.heard = {};
      const channel = new BroadcastChannel("dif-sr-lecture");
      channel.onmessage = ({ data }) => Object.assign(globalThis.heard, data.values);
      channel.postMessage({ kind: "hello" });
    });
    await until(
      () => listener.evaluate((all) => all.filter((name) => !(name in globalThis.heard)), names),
      (missing) => missing.length === 0,
      { timeout: 90_000, what: "every number" },
    );
    await close();
  });

  test("is made with a keyboard alone", async () => {
    const { page, close } = await lab.openPage({ ...STILL });
    await page.getByRole("button", { name: "Lecture" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Make your own" }).waitFor();
    const reach = async (wanted) => {
      for (let times = 0; times < 60; times++) {
        const now = await page.evaluate(
          () => document.activeElement.ariaLabel ?? document.activeElement.innerText ?? "",
        );
        if (now.startsWith(wanted)) return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`no way to ${wanted}`);
    };
    await reach("Make your own");
    await page.keyboard.press("Enter");
    await dialogOf(page).waitFor();
    await reach("One minute");
    await page.keyboard.press("Enter");
    await dialogOf(page).locator(".own-rows").waitFor();
    await reach("1\nSession");
    for (const key of ["ArrowDown", "Alt+ArrowDown", "Enter"]) await page.keyboard.press(key);
    assert.deepEqual((await order(page)).slice(0, 3), ["session", "onemap", "side"]);
    await reach("Time of Side information");
    await page.keyboard.press("ArrowUp");
    assert.equal(await total(page), "1:00 of 1:00");
    await page.keyboard.press("Escape");
    await dialogOf(page).waitFor({ state: "detached" });
    await close();
  });
});
