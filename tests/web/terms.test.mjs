// Terms of the field explain themselves where they stand: on hover, focus or tap, over the page and moving nothing on it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { startLab, until } from "./support.mjs";

const lab = await startLab("cpu");
const term = (page, id, panel = "why") => page.locator(`#${panel} [data-term="${id}"]`).first();
const tip = (page) => page.getByRole("tooltip");

/** Where everything that could be pushed away stands. */
const places = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#why :is(h2, h3, p, figure, [data-term]), #next, #session")].map((element) => ({
      ...element.getBoundingClientRect().toJSON(),
      scroll: scrollY,
    })),
  );

describe("terms", { concurrency: 1 }, () => {
  test.after(() => lab.close());

  test("a pointer that rests on a term opens its explanation, one that crosses it does not, and nothing moves", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?panel=why" });
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.locator("#why .off-table").waitFor();
    await term(page, "softmax").hover();
    await page.mouse.move(5, 5);
    await page.waitForTimeout(500);
    assert.equal(await tip(page).count(), 0);
    assert.deepEqual(
      asked.filter((url) => url.includes("glossary")),
      [],
      "its words are not fetched before somebody asks for one",
    );
    const before = await places(page);
    await term(page, "softmax").hover();
    await tip(page).waitFor();
    assert.match(await tip(page).innerText(), /^Softmax\n+Turns a row of numbers into positive shares/);
    assert.deepEqual(await places(page), before);
    assert.equal(await term(page, "softmax").getAttribute("aria-describedby"), await tip(page).getAttribute("id"));
    await tip(page).hover();
    await page.waitForTimeout(300);
    assert.equal(await tip(page).count(), 1, "the pointer may go over to the explanation");
    await page.mouse.move(5, 5);
    await tip(page).waitFor({ state: "detached" });
    assertClean();
    await close();
  });

  test("keys reach a term, read it and leave it; Escape closes the explanation and nothing else", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?panel=why" });
    await term(page, "source").focus();
    await page.keyboard.press("Tab");
    await tip(page).getByText("Softmax").waitFor();
    await page.keyboard.press("Escape");
    await tip(page).waitFor({ state: "detached" });
    const focused = () => page.evaluate(() => document.activeElement.dataset.term);
    assert.equal(await focused(), "softmax");
    await page.keyboard.press("Enter");
    await tip(page).getByText("Softmax").waitFor();
    await page.keyboard.press("Tab");
    await until(focused, (id) => id === "attention-weight", { what: "the next term" });
    await tip(page).getByText("Attention weight").waitFor();
    assert.equal(await tip(page).count(), 1, "one explanation at a time");
    await page.mouse.wheel(0, 200);
    await tip(page).waitFor({ state: "detached" });
    // A menu that holds terms stays open when Escape closes one of them.
    await page.getByRole("button", { name: /^Answered by: / }).click();
    const menu = page.getByRole("dialog", { name: "About the model" });
    await menu.getByText("Sizes and results").click();
    await menu.locator('[data-term="ndcg"]').click();
    await tip(page).getByText("NDCG@k").waitFor();
    await page.keyboard.press("Escape");
    await tip(page).waitFor({ state: "detached" });
    assert.equal(await menu.count(), 1);
    assertClean();
    await close();
  });

  test("a tap opens and closes it on a phone, inside the window, in Korean too", async () => {
    const { page, assertClean, close } = await lab.openPage({
      query: "?panel=why&lang=ko",
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await term(page, "attention-weight").tap();
    await tip(page).getByText("어텐션 가중치").waitFor();
    const box = await tip(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
    assert.ok(box.y >= 0 && box.y + box.height <= 740, JSON.stringify(box));
    await term(page, "attention-weight").tap();
    await tip(page).waitFor({ state: "detached" });
    await term(page, "softmax").tap();
    await tip(page).waitFor();
    await page.locator("#why h2").tap();
    await tip(page).waitFor({ state: "detached" });
    assertClean();
    await close();
  });

  test("an explanation goes with its term where the page still grows above it", async () => {
    const { page, assertClean, close } = await lab.openPage({
      query: "?panel=why",
      viewport: { width: 360, height: 740 },
    });
    await page.locator("#why .off-table").waitFor();
    const apart = async () => {
      const [word, words] = [await term(page, "head").boundingBox(), await tip(page).boundingBox()];
      return Math.round(words.y - word.y - word.height);
    };
    const grow = (height) =>
      page.evaluate((height) => {
        const block = document.createElement("div");
        block.style.height = `${height}px`;
        document.querySelector("#why").prepend(block);
      }, height);
    await term(page, "head").hover();
    await tip(page).waitFor();
    const before = await apart();
    await grow(60);
    await until(apart, (now) => now === before, { what: "the explanation beside its term" });
    // Where the page is scrolled already, the browser keeps what is read in its place: that is no scroll of the reader's.
    await page.keyboard.press("Escape");
    await page.mouse.move(5, 5);
    await page.evaluate(() => scrollTo(0, 240));
    await term(page, "head").hover();
    await tip(page).waitFor();
    const scrolled = await page.evaluate(() => scrollY);
    await grow(40);
    await until(
      () => page.evaluate(() => scrollY),
      (now) => now === scrolled + 40,
      { what: "the browser's own scroll" },
    );
    await page.waitForTimeout(100);
    assert.equal(await tip(page).count(), 1);
    assert.equal(await apart(), before);
    assertClean();
    await close();
  });

  test("an explanation lies over the dialog it was asked for in, and Escape leaves the dialog open", async () => {
    const { page, assertClean, close } = await lab.openPage();
    await page.getByRole("button", { name: /^Data: / }).click();
    const dialog = page.getByRole("dialog", { name: "Data" });
    await dialog.locator('[data-term="planted-rule"]').click();
    await tip(page).getByText("Planted rule").waitFor();
    const isOnTop = await page.evaluate(() => document.querySelector("[role=tooltip]").matches(":popover-open"));
    assert.ok(isOnTop, "it is in the browser's top layer, over the dialog");
    await page.keyboard.press("Escape");
    await tip(page).waitFor({ state: "detached" });
    assert.ok(await dialog.isVisible());
    assertClean();
    await close();
  });

  test("all of them stand in one list, too, with the way to where each can be seen", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "#article-glossary" });
    const list = page.locator(".glossary[open]");
    await list.getByText("Windowed Markov", { exact: true }).waitFor();
    const names = await list.locator("dt").allInnerTexts();
    assert.ok(names.length > 40, `${names.length} terms`);
    assert.deepEqual(names, [...names].sort(new Intl.Collator("en").compare));
    await list
      .locator("div", { hasText: /^Singular values/ })
      .getByRole("link", { name: "See it in “Rank”" })
      .click();
    await page.locator("#rank:focus").waitFor();
    assertClean();
    await close();
  });

  for (const language of ["en", "ko"]) {
    test(`each term is marked once a panel and large enough to press (${language})`, async () => {
      const { page, assertClean, close } = await lab.openPage({ query: `?lang=${language}` });
      for (const [panel, ...expected] of [
        ["why", "source", "softmax", "attention-weight", "fused", "layer", "head", "ablation"],
        ["train", "loss", "ndcg", "recall", "markov-floor", "windowed-markov"],
        ["compare", "ndcg", "recall", "parameters", "markov-floor"],
        ["side", "parameters", "ndcg"],
        ["paper", "recall", "ndcg"],
      ]) {
        await page.goto(`${lab.origin}/?lang=${language}&panel=${panel}`);
        for (const term of expected) await page.locator(`#${panel} [data-term="${term}"]`).first().waitFor();
        await page.waitForTimeout(300);
        const marks = await page.locator("[data-panel] [data-term]").evaluateAll((terms) =>
          terms
            .filter((one) => one.offsetParent !== null)
            .map((one) => ({
              name: `${one.closest("[data-panel]").dataset.panel}: ${one.dataset.term}`,
              height: one.getBoundingClientRect().height,
            })),
        );
        const names = marks.map(({ name }) => name);
        assert.deepEqual(
          names.filter((name, at) => names.indexOf(name) !== at),
          [],
        );
        assert.deepEqual(
          marks.filter(({ height }) => height < 23.9),
          [],
        );
        const text = await page.locator("body").innerText();
        assert.ok(!text.includes("[["), "a mark stands on the screen as it is written");
      }
      assertClean();
      await close();
    });
  }

  test("whose explanation does not arrive says so in a notice, and a second press fetches it again", async () => {
    const { page, close } = await lab.openPage({ reducedMotion: "reduce", serviceWorkers: "block" });
    await page.route(/glossary/, (route) => route.abort());
    const term = page.locator("#why .term").first();
    await term.click();
    await page.getByText("A part of this page did not arrive. Check the connection and press again.").waitFor();
    assert.equal(await page.getByRole("tooltip").count(), 0);
    await page.unroute(/glossary/);
    await term.click();
    await page.getByRole("tooltip").waitFor();
    assert.equal(await page.locator(".notices .notice").count(), 0, "nothing is to be pressed again");
    await close();
  });
});
