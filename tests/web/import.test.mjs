// Own data on the page: what the importer makes of the visible cases, what can be chosen, and what is refused in which words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { caseFiles, choose, dataDialog, goToStep, openButton, textFile } from "./ownFiles.mjs";
import { startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

/** Case, files, columns file, where `expected.json` has the figures: of the same cases as tests/suite/inspect.rs. */
const READ = [
  ["01", ["u.data", "u.item", "u.genre"]],
  ["02", ["ratings.csv", "movies.csv"]],
  ["03", ["ratings.dat", "movies.dat"]],
  ["04", ["reviews*", "meta*"]],
  ["05", ["ratings_Things_2014.csv"], null, "right"],
  ["07", ["yelp*"]],
  ["08", ["steam*"]],
  ["10", ["events.csv", "item_*", "category*"], null, "all events"],
  ["10", ["events.csv"], { columns: { event: { keep: ["view"] } } }, "views"],
  ["12", ["yoochoose*"]],
  ["14", ["user_log*"]],
  ["16", ["nano*"], null, "right"],
  ["20", ["repeated*"], { repeats: "pairs once" }, "each pair once, the earliest"],
  ["23", ["newest-first.txt"], null, "file order"],
  ["24", ["shop.inter", "lacks-p*"]],
  ["31", ["good.inter.gz"]],
  ["31", ["GOOD (1).INTER"]],
  ["32", ["shop*", "cp949*"]],
  ["35", ["user_seq*", "words*"]],
];

/** What is left of sessions, items and clicks, as the dialog counts it. */
const left = async (page) => {
  const texts = await dataDialog(page).locator(".intake-bar").allInnerTexts();
  return texts.map((text) => Number(/([\d,]+) of/.exec(text)?.[1].replaceAll(",", "")));
};

/** Takes away whatever is chosen. */
async function clear(page) {
  await goToStep(page, /Which file/);
  const remove = dataDialog(page).getByRole("button", { name: /^Leave out / });
  for (let more = await remove.count(); more > 0; more--) await remove.first().click();
}

/** A press on a button of the importer is over when nothing is being read. */
const settled = (page) => dataDialog(page).locator('.intake-body[aria-busy="false"]').waitFor();

describe("own data", () => {
  test("the visible cases are read as the oracle has them", async () => {
    const { page, assertClean, close } = await lab.openPage();
    for (const [number, names, columns, key] of READ) {
      const { folder, files } = caseFiles(number, names);
      const all = JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8"));
      const { core5 } = key ? all[key] : all;
      const given = files.map((file) => ({
        name: path.basename(file),
        mimeType: "",
        buffer: readFileSync(file),
      }));
      await choose(page, [...given, ...(columns ? [textFile("columns.json", JSON.stringify(columns))] : [])]);
      await openButton(page).waitFor();
      await goToStep(page, /How much/);
      await until(
        () => left(page),
        (counts) => counts.join() === [core5.users, core5.items, core5.interactions].join(),
        { what: `${number} ${names}: ${core5.users}, ${core5.items}, ${core5.interactions}` },
      );
      await clear(page);
    }
    assertClean();
    await close();
  });

  test("what is no table is said in one sentence, and what was open stays", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const dialog = dataDialog(page);
    for (const [name, found] of [
      ["log.parquet", /Parquet/],
      ["log.xlsx", /Excel/],
      ["google-page.inter", /web page/],
      ["lfs-pointer.inter", /Git LFS/],
      ["zero-bytes.inter", /empty/],
    ]) {
      const { folder } = caseFiles("31", []);
      await choose(page, [{ name, mimeType: "", buffer: readFileSync(path.join(folder, name)) }]);
      const refusal = dialog.getByRole("alert").filter({ hasText: found });
      await refusal.getByText(/Shop: brand loyal is still open/).waitFor();
      assert.match(await refusal.innerText(), new RegExp(`^${name.replaceAll(".", "\\.")}`));
      await clear(page);
    }
    assertClean();
    await close();
  });

  test("many rows that cannot be read are left out where the visitor says so, named, and refused again at a press", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const dialog = dataDialog(page);
    // Every fifth time of sixty is none.
    const rows = Array.from(
      { length: 60 },
      (_, row) => `u${row % 6}\ti${row % 7}\t${row % 5 ? 100 + row : "yesterday"}`,
    );
    await choose(page, [textFile("own.inter", `user_id:token\titem_id:token\ttimestamp:float\n${rows.join("\n")}\n`)]);
    const refusal = dialog.getByRole("alert").filter({ hasText: /own\.inter, line 2:/ });
    await refusal.getByText(/12 of 60 rows cannot be read\. 80\s%/).waitFor();
    await refusal.getByText(/is still open/).waitFor();
    assert.equal(await openButton(page).count(), 0);

    await refusal.getByRole("button", { name: "Leave these 12 rows out and go on" }).click();
    await openButton(page).waitFor();
    assert.equal(await refusal.count(), 0);
    const heading = dialog.getByRole("heading", { name: "What was odd?" });
    assert.ok(await heading.evaluate((one) => one === document.activeElement), "the focus goes along");
    const kind = dialog.locator(".intake-kinds > div", { hasText: "rows that cannot be read, left out as chosen" });
    assert.match(await kind.innerText(), /^12\s[\s\S]*own\.inter, line 2/);
    const unread = dialog.locator(".intake-kinds > div", { hasText: "yesterday" });
    assert.match(await unread.innerText(), /^12\s[\s\S]*own\.inter, line 2, column timestamp/);
    await unread.getByText("11 more lines").click();
    const listed = await unread.getByRole("listitem").allInnerTexts();
    assert.deepEqual(
      listed.map((row) => [row.match(/^Line (\d+)/)?.[1], row.includes("yesterday")]),
      Array.from({ length: 11 }, (_, at) => [String(at * 5 + 7), true]),
      "each of them is named",
    );
    await goToStep(page, /How much/);
    await until(
      () => left(page),
      (counts) => counts[2] === 48,
      { what: "48 clicks" },
    );

    // What was chosen is part of the columns file.
    await goToStep(page, /each column/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Save these choices" }).click(),
    ]);
    const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
    assert.equal(saved.files["own.inter"].bad_rows, "leave out");

    await goToStep(page, /What was odd/);
    await kind.getByRole("button", { name: "Refuse the file instead" }).click();
    await refusal.waitFor();
    assert.equal(await openButton(page).count(), 0);
    assertClean();
    await close();
  });

  test("roles are chosen, saved as a file, and read from it", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const dialog = dataDialog(page);
    const rows = Array.from({ length: 60 }, (_, row) => {
      const item = (row * 5) % 11;
      return [
        `v${row % 6}`,
        `p${item}`,
        1_700_000_000 + row,
        `m${item % 3}`,
        `t${item % 2}|t${item % 4}`,
        item * 2.5,
      ].join(";");
    });
    const log = textFile("clicks.csv", `visit;what;when;maker;tags;price\n${rows.join("\n")}\n`);
    await choose(page, [log]);
    await openButton(page).waitFor();
    const role = (column) => dialog.getByLabel(`What ${column} is`);
    for (const [column, now] of Object.entries({ visit: "session", what: "item", when: "time", maker: "ignore" }))
      assert.equal(await role(column).inputValue(), now, column);
    await role("tags").selectOption("bag");
    await settled(page);
    await dialog.getByLabel("Split at").fill("|");
    await dialog.getByLabel("Split at").press("Enter");
    await settled(page);
    await role("price").selectOption("number");
    await settled(page);
    await dialog.getByText(/with (Tags|tags) and (Price|price)\./).waitFor();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Save these choices" }).click(),
    ]);
    const saved = readFileSync(await download.path());
    const { columns } = JSON.parse(saved.toString()).files["clicks.csv"];
    assert.deepEqual(columns.tags, { role: "attribute", kind: "bag" });
    assert.deepEqual(columns.price, { role: "attribute", kind: "number" });

    await openButton(page).click();
    const attributes = () => dialog.locator(".open-attributes").innerText();
    await until(attributes, (text) => /Tags/.test(text) && /Price/.test(text) && !/Maker/.test(text), {
      what: "two attributes",
    });

    // On a page that knows nothing of it, the file says the same.
    const other = await lab.openPage();
    await choose(other.page, [log, { name: "mine.json", mimeType: "application/json", buffer: saved }]);
    await openButton(other.page).waitFor();
    assert.equal(await dataDialog(other.page).getByLabel("What price is").inputValue(), "number");
    await goToStep(other.page, /Which file/);
    await dataDialog(other.page).getByText("mine.json says what the columns are.").waitFor();
    other.assertClean();
    await other.close();
    assertClean();
    await close();
  });

  test("kinds of events, days and ratings take out what the dialog says they take", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const dialog = dataDialog(page);
    const { files } = caseFiles("10", ["events.csv"]);
    await choose(page, files);
    await openButton(page).waitFor();
    await goToStep(page, /How much/);
    const before = (
      await until(
        () => left(page),
        (counts) => counts.length === 3,
        { what: "counts" },
      )
    )[2];
    for (const kind of ["addtocart", "transaction"]) {
      await dialog.getByLabel(new RegExp(kind)).uncheck();
      await settled(page);
    }
    const views = await until(
      () => left(page),
      (counts) => counts[2] < before,
      { what: "views alone" },
    );
    assert.ok(await dialog.getByLabel(/view/).isDisabled(), "one kind has to stay");
    const first = await dialog.getByLabel("From").getAttribute("min");
    const next = new Date(Date.parse(first) + 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel("From").fill(next);
    const fewer = await until(
      () => left(page),
      (counts) => counts[2] < views[2],
      { what: "a day less" },
    );
    const rules = dialog.locator(".intake-rule");
    await rules
      .filter({ has: page.getByLabel("From") })
      .getByText(/^takes out [\d,]+ clicks?$/)
      .waitFor();
    await openButton(page).click();
    await dialog.getByText(new RegExp(`Kept: .* ${fewer[2]} clicks\\.`)).waitFor();
    await dialog.getByText(/^The choice of days left out/).waitFor();
    assertClean();
    await close();
  });

  test("what comes last in time is held out where the visitor says so, and the counts follow", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const dialog = dataDialog(page);
    // Thirty sessions of twelve clicks, each a day later than the one before.
    const DAY = 86_400;
    const rows = Array.from({ length: 360 }, (_, row) => {
      const [user, step] = [Math.floor(row / 12), row % 12];
      return `u${user},i${(user + step) % 9},${1_500_000_000 + (user + step) * DAY}`;
    });
    await choose(page, [textFile("walks.csv", `user,item,time\n${rows.join("\n")}\n`)]);
    await openButton(page).waitFor();
    await goToStep(page, /How much/);
    const note = dialog.locator(".intake-left .note");
    await note.getByText("validation: 30, test: 30").waitFor();
    const byTime = dialog.getByRole("radio", { name: /last tenth of time/ });
    assert.ok(await dialog.getByRole("radio", { name: /last two clicks/ }).isChecked(), "the usual is chosen");
    await byTime.check();
    await note.getByText("validation: 12, test: 8").waitFor();
    await openButton(page).click();
    await dialog.getByText(/^What comes before 12 August 2017 trains\. .* until 16 August 2017 is/).waitFor();
    assert.match(await dialog.locator(".split-strip").innerText(), /test/);

    // A log without times has nothing to choose.
    await clear(page);
    await choose(page, [textFile("pairs.txt", Array.from({ length: 60 }, (_, n) => `${n % 5} ${n % 7}`).join("\n"))]);
    await openButton(page).waitFor();
    await goToStep(page, /How much/);
    await dialog.locator(".intake-bar").first().waitFor();
    assert.equal(await dialog.getByRole("radio", { name: /last two clicks/ }).count(), 0);
    assertClean();
    await close();
  });

  test("markup in names stays text, and a title is no formula in the saved list", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const dialog = dataDialog(page);
    const hostile = '<img src=x onerror="globalThis.hurt=1">';
    const rows = Array.from(
      { length: 48 },
      (_, row) => `u${row % 8},"${hostile.replaceAll('"', '""')}${row % 7}",${row}`,
    );
    await choose(page, [textFile("<b>own</b>.csv", `user,item,time\n${rows.join("\n")}\n=cmd,,\n`)]);
    await openButton(page).waitFor();
    await openButton(page).click();
    await dialog.getByText(/^Kept: 8 users, 7 items/).waitFor();
    assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
    assert.equal(await page.locator("img, b:text-is('own')").count(), 0);
    assertClean();
    await close();
  });

  test("a reading can be stopped, and goes on at a press", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const dialog = dataDialog(page);
    const lines = Array.from(
      { length: 400_000 },
      (_, row) => `user${row % 9001},item${(row * 7) % 5003},${1_600_000_000 + row}`,
    );
    await choose(page, [textFile("large.csv", `user,item,time\n${lines.join("\n")}\n`)]);
    await dialog.getByRole("button", { name: "Stop", exact: true }).click();
    await dialog.getByText("The reading was stopped. The files are still chosen.").waitFor();
    await dialog.getByRole("button", { name: "Read again" }).click();
    await openButton(page).waitFor({ timeout: 60_000 });
    assertClean();
    await close();
  });
});
