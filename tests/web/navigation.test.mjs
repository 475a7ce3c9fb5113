// Going from panel to panel: Back and Forward, places, deep links, what a link shows and hides, other sizes of the window.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { goToPanel, PANELS, PHONE, RIGHT_PANELS, STILL, startLab, until, WIDE } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

/** Everything on screen answers the state. */
const settled = (page) => page.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 30_000 });

async function open(query = "", viewport = WIDE, options = {}) {
  const opened = await lab.openPage({ ...STILL, ready: false, query, viewport, ...options });
  await settled(opened.page);
  return opened;
}

const shown = (page) => page.locator("main [data-panel]").evaluateAll((all) => all.map((one) => one.dataset.panel));
const scrollOf = (page) => page.evaluate(() => Math.round(scrollY));
const entries = (page) => page.evaluate(() => history.length);
const wanted = (page) => page.evaluate(() => new URLSearchParams(location.search).get("panel"));

async function isShown(page, panel) {
  await until(
    () => shown(page),
    (all) => all.includes(panel),
    { what: `the panel ${panel}` },
  );
  await settled(page);
}

/** These panels and no other: what follows another size of the window comes a moment after it. */
const showsOnly = (page, ...panels) =>
  until(
    () => shown(page),
    (all) => all.join() === panels.join(),
    { what: `only ${panels.join(", ")}` },
  );

async function press(page, panel) {
  await goToPanel(page, panel);
  await isShown(page, panel);
  await page.locator(`#${panel}:focus`).waitFor();
}

/** Scrolls as far as the panel allows, at most to `most`, and returns where that is. */
async function scrollTo(page, most) {
  await page.evaluate((to) => scrollTo(0, to), most);
  const at = await scrollOf(page);
  assert.ok(at > 0, "this panel is too short to scroll");
  return at;
}

const isAt = (page, place, what) =>
  until(
    () => scrollOf(page),
    (now) => Math.abs(now - place) <= 2,
    { what },
  );

describe("Back and Forward", () => {
  for (const [name, viewport, way] of [
    ["a wide screen", WIDE, ["train", "compare", "side", "paper", "why", "train"]],
    ["a phone", PHONE, ["next", "why", "train", "compare", "side", "paper"]],
  ]) {
    test(`lead through six panels and never out of the page: ${name}`, async () => {
      const { page, assertClean, close } = await open("", viewport);
      const first = await shown(page);
      for (const panel of way) await press(page, panel);
      for (const panel of [...way.slice(0, -1)].reverse()) {
        await page.goBack();
        await isShown(page, panel);
        await until(
          () => wanted(page),
          (now) => now === panel,
          { what: "the panel in the address" },
        );
      }
      await page.goBack();
      await showsOnly(page, ...first);
      assert.ok(page.url().startsWith(lab.origin));
      await page.goForward();
      await isShown(page, way[0]);
      assertClean();
      await close();
    });

    test(`find every panel where it was scrolled to: ${name}`, async () => {
      const { page, close } = await open("?panel=paper", viewport);
      const paper = await scrollTo(page, 400);
      await press(page, "train");
      assert.equal(await scrollOf(page), 0, "a panel that is gone to begins at its top");
      const train = await scrollTo(page, 150);
      await press(page, "why");
      await page.goBack();
      await isShown(page, "train");
      await isAt(page, train, "the place in Train it");
      await page.goBack();
      await isShown(page, "paper");
      await isAt(page, paper, "the place in Paper");
      await page.goForward();
      await isShown(page, "train");
      await isAt(page, train, "the place in Train it, by Forward");
      await close();
    });
  }

  test("leave alone what was chosen since", async () => {
    const { page, close } = await open();
    await press(page, "train");
    await page.locator(".tile").first().click();
    await settled(page);
    const session = await page.locator(".step-name").allInnerTexts();
    await page.goBack();
    await isShown(page, "why");
    assert.deepEqual(await page.locator(".step-name").allInnerTexts(), session);
    assert.match(page.url(), /[?&]s=/);
    await close();
  });

  test("name each panel in the browser's list of pages", async () => {
    const { page, close } = await open();
    const first = await page.title();
    await press(page, "train");
    await until(
      () => page.title(),
      (title) => title === "Train it | DIF-SR Lab",
    );
    await page.goBack();
    await until(
      () => page.title(),
      (title) => title === first,
    );
    await close();
  });

  test("take the focus along: never lost on a panel that is gone", async () => {
    const { page, close } = await open("", PHONE);
    const focused = () => page.evaluate(() => document.activeElement?.closest("[data-panel]")?.dataset.panel ?? null);
    await press(page, "why");
    await until(focused, (panel) => panel === "why", { what: "the focus in Why?" });
    await page.goBack();
    await until(focused, (panel) => panel === "session", { what: "the focus in the session" });
    await close();
  });
});

describe("a reload", () => {
  for (const [name, viewport] of [
    ["a wide screen", WIDE],
    ["a phone", PHONE],
  ]) {
    test(`keeps the panel and the place: ${name}`, async () => {
      const { page, close } = await open("", viewport);
      await press(page, "paper");
      const place = await scrollTo(page, 500);
      await page.reload();
      await isShown(page, "paper");
      await isAt(page, place, "the place in Paper");
      await close();
    });
  }

  test("keeps the way back", async () => {
    const { page, close } = await open();
    await press(page, "paper");
    await press(page, "train");
    await page.reload();
    await isShown(page, "train");
    await page.goBack();
    await isShown(page, "paper");
    await close();
  });
});

describe("a link to a panel", () => {
  for (const viewport of [WIDE, PHONE]) {
    for (const panel of PANELS) {
      test(`lands with its heading at the top: ${panel} at ${viewport.width} px`, async () => {
        const { page, close } = await open(`?panel=${panel}`, viewport);
        // What is drawn late must not push it away.
        await page.waitForTimeout(400);
        const top = await page.locator(`#${panel} h2`).evaluate((heading) => heading.getBoundingClientRect().top);
        const isBeside = viewport === WIDE && !RIGHT_PANELS.includes(panel);
        assert.ok(top >= 0 && top < (isBeside ? viewport.height - 100 : 200), `the heading stands at ${top}`);
        assert.equal(await scrollOf(page), 0);
        if (!isBeside && viewport === WIDE) {
          const marked = page.getByRole("navigation", { name: "Panels" }).locator('[aria-current="page"]');
          assert.equal(await marked.getAttribute("href"), `?panel=${panel}`);
        }
        await close();
      });
    }
  }

  test("shows the panels of view= and no others", async () => {
    const { page, close } = await open("?view=next,paper");
    assert.deepEqual(await shown(page), ["next", "paper"]);
    assert.equal(await page.getByRole("navigation", { name: "Panels" }).count(), 0);
    await close();
  });

  test("leaves out what hide= names", async () => {
    const { page, close } = await open("?hide=header,status,why,session");
    assert.equal(await page.getByRole("banner").count(), 0);
    assert.equal(await page.locator(".status-line").count(), 0);
    assert.deepEqual(await shown(page), ["next", "cause"]);
    assert.equal(await page.locator('a[href="?panel=why"]').count(), 0);
    await close();
  });

  test("leaves out what only leads to a panel that is left out", async () => {
    for (const [hide, count] of [
      ["paper", 1],
      ["train", 0],
    ]) {
      // Without a model nothing is answered.
      const { page, close } = await lab.openPage({
        query: `?data=brand_loyal&seed=9&s=1.2.3&hide=${hide}`,
        ready: false,
      });
      await page.locator("#next").getByText("No model has been trained on this data yet.").waitFor();
      assert.equal(await page.locator("#next").getByRole("button", { name: "Train a model" }).count(), count);
      await close();
    }
  });

  for (const viewport of [WIDE, PHONE]) {
    test(`embed= shows one panel and nothing around it, at ${viewport.width} px`, async () => {
      const { page, assertClean, close } = await open("?embed=why", viewport);
      assert.deepEqual(await shown(page), ["why"]);
      assert.equal(await page.getByRole("banner").count(), 0);
      assert.equal(await page.getByRole("navigation").count(), 0);
      assert.equal(await page.getByRole("contentinfo").count(), 0);
      assert.equal(await page.locator(".strip").count(), 0);
      assert.ok((await page.locator("#why h2").boundingBox()).y < 60);
      assertClean();
      await close();
    });
  }
});

describe("a panel alone", () => {
  test("has the whole width, and the same button and Back bring the others back", async () => {
    const { page, close } = await open();
    const width = () => page.locator("#why").evaluate((panel) => panel.getBoundingClientRect().width);
    const before = await width();
    await page.getByRole("button", { name: "Show this panel alone" }).click();
    await showsOnly(page, "why");
    assert.ok((await width()) > before + 200);
    await page.goBack();
    await showsOnly(page, "session", "next", "why");
    await page.goForward();
    await page.getByRole("button", { name: "Show everything again" }).click();
    await showsOnly(page, "session", "next", "why");
    await close();
  });
});

describe("the tabs of a phone", () => {
  for (const lang of ["en", "ko"])
    test(`have the name of every panel whole: ${lang}`, async () => {
      const { page, close } = await open(`?lang=${lang}`, PHONE);
      for (const panel of RIGHT_PANELS) {
        await press(page, panel);
        const cut = await page.locator(".panel-tab > span").evaluateAll((all) =>
          all.flatMap((one) => {
            const [name, tab] = [one.getBoundingClientRect(), one.parentElement.getBoundingClientRect()];
            return name.left < tab.left - 0.5 || name.right > tab.right + 0.5 ? [one.textContent] : [];
          }),
        );
        assert.deepEqual(cut, [], panel);
      }
      await close();
    });
});

describe("another size of the window", () => {
  for (const panel of RIGHT_PANELS) {
    test(`keeps the panel, and is no entry of the history: ${panel}`, async () => {
      const { page, close } = await open();
      if (panel !== "why") await press(page, panel);
      const before = await entries(page);
      await page.setViewportSize({ width: 1024, height: 768 });
      await showsOnly(page, panel);
      await settled(page);
      await page.setViewportSize(WIDE);
      await showsOnly(page, "session", "next", panel);
      assert.equal(await entries(page), before);
      await close();
    });
  }

  test("made narrow goes on with the panel at its right and its place, in the same entry; a narrow one begins with the session", async () => {
    const { page, close } = await open();
    const place = await scrollTo(page, 200);
    const before = await entries(page);
    await page.setViewportSize({ width: 1024, height: 768 });
    await showsOnly(page, "why");
    await settled(page);
    await isAt(page, place, "the place in Why?");
    assert.equal(await entries(page), before);
    await press(page, "next");
    await page.goBack();
    await isShown(page, "why");
    await close();
    const fresh = await open("", { width: 1024, height: 768 });
    await showsOnly(fresh.page, "session");
    await fresh.close();
  });

  test("keeps what stood at the right while the session was read on a narrow one", async () => {
    const { page, close } = await open("?panel=train");
    await page.setViewportSize(PHONE);
    await showsOnly(page, "train");
    await press(page, "session");
    await page.setViewportSize(WIDE);
    await showsOnly(page, "session", "next", "train");
    await close();
  });
});
