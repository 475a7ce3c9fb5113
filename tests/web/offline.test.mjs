// The page without a network: all of it is kept after the first visit, a visitor sees how much, and decides.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { dist, root } from "../../www/scripts/places.mjs";
import { buildOf, keptFiles, keptWhole } from "./kept.mjs";
import { ELSEWHERE, engineReady, goToPanel, STILL, startLab, until } from "./support.mjs";
import { place, settled, title } from "./wall.mjs";

const PANELS = [...readFileSync(path.join(root, "www", "panels.ts"), "utf8").matchAll(/^ {4}id: "(\w+)"/gm)].map(
  ([, id]) => id,
);

/** What a page has loaded by itself is a small part of all its files. */
const FEW = Object.keys(buildOf(dist).hashed).length / 3;

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const firstVisit = (options = {}) => lab.openPage({ host: ELSEWHERE, ...STILL, ...options });

/** What the menu of the device says of it, with its buttons. */
async function openMenu(page) {
  await page.locator(".badge").click();
  const box = page.locator(".kept");
  await box.waitFor();
  return {
    says: (words) => box.getByText(words).waitFor({ timeout: 60_000 }),
    button: (name) => box.getByRole("button", { name, exact: true }),
  };
}

const wantsLittle = (page) =>
  page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));

/** Opens the page once more, as a visitor who comes back. `faults`: of what was asked for and did not come. */
async function comeBack(context, origin, query = "") {
  const page = await context.newPage();
  const faults = [];
  // The worker's own script is never kept: whether there is a newer one only the network can say.
  page.on("requestfailed", (request) => /service-worker\.js$/.test(request.url()) || faults.push(request.url()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${origin}/${query}`);
  return { page, faults };
}

describe("after one visit, without a network", { concurrency: 1 }, () => {
  let gone;
  let visitor;
  let origin;
  before(async () => {
    gone = await startLab("cpu");
    visitor = await gone.openPage({ host: ELSEWHERE, ...STILL });
    ({ origin } = new URL(visitor.page.url()));
    await keptWhole(visitor.page);
    visitor.assertClean();
    // What the browser keeps by itself is not what is tested.
    await (await visitor.context.newCDPSession(visitor.page)).send("Network.clearBrowserCache");
    await visitor.page.close();
    await gone.unplug();
  });
  after(() => gone.close());

  for (const lang of ["en", "ko"]) {
    test(`the page opens and every panel with it: ${lang}`, { timeout: 120_000 }, async () => {
      const { page, faults } = await comeBack(visitor.context, origin, `?lang=${lang}`);
      await engineReady(page);
      const list = () => page.locator("#next").innerText();
      const before = await list();
      await page.locator("#session [role=option]").first().click();
      await until(list, (now) => now !== before, { what: "another list" });
      for (const panel of PANELS.filter((id) => !["session", "next"].includes(id))) {
        await goToPanel(page, panel);
        const body = page.locator(`[data-panel="${panel}"]`);
        await until(
          () => body.innerText(),
          (text) => text.length > 300,
          { what: `something in ${panel}` },
        );
        await body.locator(".panel-waiting").waitFor({ state: "detached" });
      }
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

  test("the lecture of ten minutes is walked to its end, with every number", { timeout: 300_000 }, async () => {
    const { page, faults } = await comeBack(visitor.context, origin, "?lecture=ten&lang=ko");
    await title(page).waitFor();
    const seen = [];
    for (;;) {
      await settled(page);
      seen.push(await place(page));
      if (seen.at(-1) === "yours:1") break;
      await page.keyboard.press("PageDown");
      await until(
        () => place(page),
        (now) => now !== seen.at(-1),
        { what: `what comes after ${seen.at(-1)}` },
      );
    }
    assert.equal(new Set(seen).size, 42);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("the notes of a lecture and another shop are here, too", async () => {
    const { page, faults } = await comeBack(visitor.context, origin, "?presenter=ten&lang=en");
    await page.getByText("The wall is not open. The notes run without it; their numbers come from the wall.").waitFor();
    await page.goto(`${origin}/?data=preset:department_chains`);
    await engineReady(page);
    assert.deepEqual(faults, []);
    await page.close();
  });
});

describe("what is kept", { concurrency: 1 }, () => {
  test("is said in the menus, in both languages, and leaves out the engines that this browser does not run", async () => {
    const { page, close } = await firstVisit();
    const { engines, hashed, others, page: itself } = buildOf(dist);
    const names = await keptWhole(page);
    assert.ok(names.includes(`/${engines["relaxed-simd"]}`));
    assert.ok(!names.includes(`/${engines.simd}`) && !names.includes(`/${engines.webgpu}`));
    const sum = (sizes) => sizes.reduce((total, one) => total + one, 0);
    const unneeded = hashed[engines.simd] + hashed[engines.webgpu];
    const size = `${((sum(Object.values({ ...hashed, ...others })) + itself - unneeded) / 1e6).toFixed(1)}\u00a0MB`;
    const menu = await openMenu(page);
    await menu.says(`Kept for use without a network: ${size} of ${size}.`);
    assert.equal(await menu.button("Keep everything").count(), 0);
    await page.keyboard.press("Escape");
    await page.getByRole("radio", { name: "한국어" }).click({ force: true });
    await page.getByRole("button", { name: "강의" }).click();
    await page.getByText(`네트워크 없이 쓰도록 저장한 양: ${size} 중 ${size}.`).waitFor();
    await close();
  });

  test("is no more than what was loaded for a visitor who is short of traffic, and everything at a press", async () => {
    const { page, context, close } = await firstVisit({ before: wantsLittle });
    const menu = await openMenu(page);
    await menu.says(/Kept for use without a network: /);
    await page.waitForTimeout(1500);
    const few = await keptFiles(page);
    assert.ok(few.length > 0 && few.length < FEW, `${few.length} files`);
    await menu.button("Keep everything").click();
    await keptWhole(page);
    assert.equal(await menu.button("Keep everything").count(), 0);
    await page.close();
    await context.setOffline(true);
    const { page: again } = await comeBack(context, lab.origin.replace("localhost", ELSEWHERE), "?panel=paper");
    await engineReady(again);
    await close();
  });

  test("is removed at a press, and nothing is kept again before that is asked for", async () => {
    const { page, context, close } = await firstVisit();
    await keptWhole(page);
    const menu = await openMenu(page);
    await menu.button("Remove").press("Enter");
    await menu.says("Nothing of this page is kept for use without a network.");
    assert.equal(await page.evaluate("document.activeElement.textContent"), "Keep everything", "the focus stays there");
    assert.deepEqual(await keptFiles(page), ["/?keep=nothing"]);
    await page.close();
    lab.traffic.length = 0;
    const { page: again } = await comeBack(context, lab.origin.replace("localhost", ELSEWHERE));
    await engineReady(again);
    assert.ok(
      lab.traffic.some(({ path: name }) => name === "/"),
      "the page comes from the network",
    );
    await goToPanel(again, "train");
    await again.waitForTimeout(1500);
    assert.deepEqual(await keptFiles(again), ["/?keep=nothing"]);
    await (await openMenu(again)).button("Keep everything").click();
    await keptWhole(again);
    await close();
  });

  test("falls short where the browser has no room, and the page goes on", async () => {
    const { page, context, close } = await firstVisit({ before: wantsLittle });
    const session = await context.newCDPSession(page);
    const { origin } = new URL(page.url());
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 6_000_000 });
    const menu = await openMenu(page);
    await menu.button("Keep everything").click();
    await menu.says(/The rest did not arrive, or the browser has no room for it\./);
    assert.ok(await menu.button("Keep everything").isEnabled());
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 600_000_000 });
    await menu.button("Keep everything").click();
    await keptWhole(page);
    await close();
  });

  test("is not what a page from this machine needs, and it says so", async () => {
    const { page, assertClean, close } = await lab.openPage();
    await page.locator(".badge").click();
    await page.getByText("This page comes from this machine and needs no network.").waitFor();
    await page.waitForTimeout(1000);
    assert.ok((await keptFiles(page)).length < FEW);
    assertClean();
    await close();
  });

  test("is no more than what was loaded in the frame of another page", async () => {
    const body = '<iframe src="./?embed=why" width="900" height="600"></iframe>';
    const { page, close } = await lab.openPage({
      host: ELSEWHERE,
      query: "deck.html",
      ready: false,
      before: (fresh) => fresh.route("**/deck.html", (route) => route.fulfill({ contentType: "text/html", body })),
    });
    const frame = page.frameLocator("iframe");
    await frame.locator('html[data-ready="true"]').waitFor({ timeout: 30_000 });
    await until(
      () => keptFiles(page),
      (names) => names.length > 5,
      { what: "what was loaded" },
    );
    await page.waitForTimeout(1500);
    assert.ok((await keptFiles(page)).length < FEW);
    await close();
  });
});

test("where there is WebGPU its engine is kept, too", async (t) => {
  const withGpu = await startLab("gpu");
  t.after(() => withGpu.close());
  const { page, close } = await withGpu.openPage({ host: ELSEWHERE });
  const names = await keptWhole(page);
  assert.ok(names.includes(`/${buildOf(dist).engines.webgpu}`));
  await close();
});
