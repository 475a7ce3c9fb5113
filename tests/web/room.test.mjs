// What is written has its room: nothing is cut, nothing lies over something else, columns stand under their heads.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { goToPanel, HANDHELD, STILL, startLab, until } from "./support.mjs";

/** A phone shows one panel at a time. */
const VIEWS = [
  ["1366 px", {}, [""]],
  ["1100 px", { viewport: { width: 1100, height: 768 } }, [""]],
  ["360 px", HANDHELD, ["?panel=session", "?panel=next", "?panel=why"]],
];

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const settled = (page) => page.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 30_000 });

async function open(query, options = {}) {
  const opened = await lab.openPage({ ...STILL, query, ...options });
  await settled(opened.page);
  await opened.page.evaluate(READ_TEXTS);
  return opened;
}

/** Texts that are wider than what holds them and cut off there; what scrolls and what is for screen readers is not. */
const cutTexts = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("header *, main *, footer *")];
    const shorter = all.filter((one) => {
      const { overflowX, textOverflow } = getComputedStyle(one);
      const isCut = overflowX === "hidden" || overflowX === "clip" || textOverflow === "ellipsis";
      // The bar's links that have no room stand behind "More", and unseen at its end to be measured.
      return isCut && !one.matches(".panel-bar") && one.clientWidth > 1 && one.scrollWidth > one.clientWidth;
    });
    const written = all.filter((one) => one.matches("svg text") && one.textContent.includes("…"));
    return [...shorter, ...written].map((one) => `${one.className?.baseVal ?? one.className}: ${one.textContent}`);
  });

/** In the page: the texts that are seen in an element, with their boxes. */
const READ_TEXTS = `globalThis.textsIn = (element) => {
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const range = document.createRange();
    range.selectNodeContents(node);
    const [box, own] = [range.getBoundingClientRect(), node.parentElement.getBoundingClientRect()];
    // What is cut off is not seen.
    if (getComputedStyle(node.parentElement).overflowX !== "visible") box.width = Math.min(box.width, own.right - box.left);
    if (node.data.trim() === "" || node.parentElement.closest(".visually-hidden") || box.width === 0) continue;
    if (node.parentElement.checkVisibility({ opacityProperty: true })) found.push({ text: node.data, box });
  }
  return found;
}`;

/** Pairs of texts or marks of a row that lie over each other. */
const collisions = (page, rows) =>
  page.locator(rows).evaluateAll((all) =>
    all.flatMap((row) => {
      const drawn = [...row.querySelectorAll("svg, .side-ring")].filter((one) =>
        one.checkVisibility({ opacityProperty: true }),
      );
      const marks = drawn.map((one) => ({ text: "a mark", box: one.getBoundingClientRect() }));
      const parts = [...globalThis.textsIn(row), ...marks];
      return parts.flatMap(({ text, box: one }, at) =>
        parts.slice(at + 1).flatMap(({ text: over, box: other }) => {
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          return across > 0 && down > 2 ? [`${text} | ${over}`] : [];
        }),
      );
    }),
  );

/** Left and right end of what is written in each cell, row by row. */
const writtenIn = (page, table) =>
  page.locator(table).evaluate((element) =>
    [...element.rows].map((row) =>
      [...row.cells].map((cell) => {
        const boxes = globalThis.textsIn(cell).map(({ box }) => box);
        return {
          text: cell.textContent,
          left: Math.min(...boxes.map(({ left }) => left)),
          right: Math.max(...boxes.map(({ right }) => right)),
          cellLeft: cell.getBoundingClientRect().left,
        };
      }),
    ),
  );

async function saysWhatThisIs(page) {
  const about = page.getByText("a small model guesses your next click, and this page shows what it looked at");
  // The header's is there unseen where it has no room: it is measured.
  const seen = await about.filter({ visible: true }).all();
  const found = await Promise.all(seen.map((one) => one.boundingBox()));
  const boxes = found.filter((box) => box !== null && box.height > 0);
  assert.equal(boxes.length, 1, "one sentence says what this is");
  const [{ x, y, width, height }] = boxes;
  const window = page.viewportSize();
  const isSeen = x >= 0 && y >= 0 && x + width <= window.width && y + height <= window.height - 60;
  assert.ok(isSeen, JSON.stringify(boxes));
}

describe("the opening example", () => {
  for (const [width, options, queries] of VIEWS) {
    test(`says in its first screen what this is, cuts no word and writes none over another: ${width}`, async () => {
      for (const [at, query] of queries.entries()) {
        const { page, close } = await open(query, options);
        if (query === "" || query.endsWith("why")) await page.locator(".off-table").waitFor();
        if (at === 0) await saysWhatThisIs(page);
        assert.deepEqual(await cutTexts(page), []);
        assert.deepEqual(await collisions(page, ".step, .prediction, .attribute-value, .off-table tr"), []);
        await close();
      }
    });
  }

  test("its table of sources switched off has heads that stand apart, over their numbers", async () => {
    for (const options of [{}, HANDHELD]) {
      const { page, close } = await open("?panel=why", options);
      await page.locator(".off-table").waitFor();
      const [heads, ...rows] = await writtenIn(page, ".off-table");
      const gaps = heads.slice(1).map(({ left }, at) => left - heads[at].right);
      assert.ok(Math.min(...gaps) >= 6, JSON.stringify(gaps));
      for (const row of rows) {
        for (const [at, { right }] of row.entries())
          if (at > 0) assert.ok(Math.abs(right - heads[at].right) < 1.5, `${heads[at].text} stands over its numbers`);
      }
      await close();
    }
  });
});

test("the lists of models side by side write no rank over a name on a phone", async () => {
  const { page, close } = await open("?panel=side", HANDHELD);
  for (const [more, lists] of [
    [null, 2],
    ["Four places to fuse", 4],
  ]) {
    if (more) await page.locator("#side").getByRole("button", { name: more }).click();
    await until(
      () => page.locator(".side-row").count(),
      (rows) => rows === 10 * lists,
      { what: `${lists} lists` },
    );
    assert.ok((await page.locator('.side-row[data-only="true"]').count()) > 0);
    assert.deepEqual(await collisions(page, ".side-row"), []);
  }
  await close();
});

test("the lists of models side by side write no rank over another number where models differ most", async () => {
  for (const width of [1366, 1100, 360]) {
    const { page, close } = await open("?data=side_information_useless&panel=side", {
      viewport: { width, height: 768 },
    });
    await until(
      () => page.locator(".side-row").count(),
      (rows) => rows === 20,
      { what: "two lists" },
    );
    const far = await page.locator(".side-elsewhere").allInnerTexts();
    assert.ok(
      far.some((rank) => Number(rank) > 99),
      "a rank of three digits",
    );
    assert.deepEqual(await collisions(page, ".side-row"), [], `${width} px`);
    await close();
  }
});

for (const lang of ["en", "ko"]) {
  test(`the table of next items fits its panel with the ranks of before: ${lang}`, async () => {
    const { page, close } = await open(`?table=next&lang=${lang}&data=side_information_useless`);
    await page.locator("#next table").waitFor();
    const columns = await page.locator("#next thead th").count();
    await page.locator(".tiles [role=option]").first().click();
    await until(
      () => page.locator("#next thead th").count(),
      (now) => now === columns + 1,
      { what: "the column of the ranks before" },
    );
    const scrolls = await page.locator("#next .table-scroll").evaluate((one) => one.scrollWidth - one.clientWidth);
    assert.ok(scrolls <= 0, `it scrolls sideways by ${scrolls}`);
    await close();
  });
}

test("the table of next items fits its panel beside the maps, its last column included", async () => {
  const { page, close } = await open("?table=next");
  const table = page.locator("#next table");
  await table.waitFor();
  const [panel, box] = [await page.locator("#next").boundingBox(), await table.boundingBox()];
  assert.ok(box.x + box.width <= panel.x + panel.width + 1, `${box.width} in ${panel.width}`);
  const scrolls = await table.evaluate((one) => {
    const { scrollWidth, clientWidth } = one.closest(".table-scroll");
    return scrollWidth - clientWidth;
  });
  assert.ok(scrolls <= 0, `it scrolls sideways by ${scrolls}`);
  const [heads] = await writtenIn(page, "#next table");
  assert.ok(heads.at(-1).right <= panel.x + panel.width, "the head of the last column");
  assert.equal(heads.at(-1).text, "Score");
  await close();
});

describe("the table of the paper", () => {
  const ours = (cells) => cells.at(-1);

  test("has its numbers under their heads, and none touches the column of DIF-SR", async () => {
    const { page, close } = await open("?panel=paper");
    await page.locator(".paper-table").waitFor();
    const [heads, ...rows] = await writtenIn(page, ".paper-table");
    for (const row of rows) {
      const [before, last] = row.slice(-2);
      assert.ok(
        last.cellLeft - before.right >= 4,
        `${before.text} ends ${last.cellLeft - before.right} px before DIF-SR`,
      );
      // Rows of one data set share their first cell: columns are counted from the right.
      for (let back = 1; back <= 7; back++) {
        const [head, cell] = [heads.at(-back), row.at(-back)];
        assert.ok(Math.abs(head.right - cell.right) < 1.5, `${head.text} stands over ${cell.text}`);
      }
    }
    await close();
  });

  test("shows DIF-SR on a phone without scrolling sideways", async () => {
    const { page, close } = await open("?panel=paper", HANDHELD);
    await page.locator(".paper-table").waitFor();
    const rows = await writtenIn(page, ".paper-table");
    assert.equal(ours(rows[0]).text, "DIF-SR");
    for (const row of rows) {
      const { text, left, right } = ours(row);
      assert.ok(left >= 0 && right <= 360, `${text} from ${left} to ${right}`);
    }
    const isOnTop = await page
      .locator(".paper-table tbody tr")
      .first()
      .locator("td")
      .last()
      .evaluate((cell) => {
        const { left, top, width, height } = cell.getBoundingClientRect();
        cell.scrollIntoView({ block: "center", inline: "nearest" });
        const moved = cell.getBoundingClientRect();
        return (
          Math.abs(moved.left - left) < 1 &&
          cell.contains(document.elementFromPoint(left + width / 2, moved.top + height / 2)) &&
          top !== undefined
        );
      });
    assert.ok(isOnTop, "it is in view as the panel opens");
    await close();
  });
});

test("links out of the page open beside it, and tell the other page nothing of this one", async () => {
  const { page, close } = await open("?panel=why");
  const outside = () =>
    page.locator('a[href^="http"]').evaluateAll((all) => all.map(({ href, target, rel }) => ({ href, target, rel })));
  const found = [];
  for (const panel of ["why", "train", "compare", "side", "paper"]) {
    await goToPanel(page, panel);
    await settled(page);
    if (panel === "why") await page.locator(".caution a").first().waitFor();
    if (panel === "paper") await page.locator(".paper-links a").first().waitFor();
    found.push(...(await outside()));
  }
  await until(
    () => found.length,
    (count) => count >= 4,
    { what: "references" },
  );
  for (const { href, target, rel } of found) {
    assert.equal(target, "_blank", href);
    assert.match(rel, /noopener/, href);
  }
  await close();
});

test("what is read in Why? stays where it is from its first word until the engine has answered", async () => {
  for (const viewport of [HANDHELD.viewport, { width: 768, height: 1024 }, { width: 1366, height: 768 }]) {
    const { page, assertClean, close } = await lab.openPage({
      ...STILL,
      query: "?panel=why",
      viewport,
      before: (page) =>
        page.addInitScript(() => {
          globalThis.places = new Set();
          const look = () => {
            const lede = document.querySelector("#why .lede");
            if (lede) globalThis.places.add(Math.round(lede.getBoundingClientRect().top));
            requestAnimationFrame(look);
          };
          look();
        }),
    });
    await settled(page);
    await page.locator("#why .fusion-switch").waitFor();
    const places = await page.evaluate(() => [...globalThis.places]);
    assert.equal(places.length, 1, `${viewport.width} px: ${places}`);
    assertClean();
    await close();
  }
});
