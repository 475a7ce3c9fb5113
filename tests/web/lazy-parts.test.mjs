// What is loaded when: at first nothing beyond what the build weighs, and with each panel its own styles.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { readStart } from "../../www/scripts/bench-start.mjs";
import { manifestOf } from "../../www/scripts/build-page.mjs";
import { filesOf, firstViewFiles } from "../../www/scripts/first-view.mjs";
import { dist } from "../../www/scripts/places.mjs";
import { goToPanel, startLab, until } from "./support.mjs";

const manifest = JSON.parse(readFileSync(manifestOf(dist), "utf8"));
const PANELS = Object.keys(manifest)
  .map((key) => /^www\/ui\/(\w+)\/\w+Panel\.tsx$/.exec(key))
  .filter((found) => found !== null)
  .map(([key, name]) => ({ key, name }));
/** They are on screen from the start. */
const SESSION = ["session", "next"];

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

/** Names of the page's own scripts and styles, from the addresses of what it has loaded. */
const own = (addresses) =>
  addresses.map((url) => new URL(url).pathname.slice(1)).filter((name) => /\.(?:js|css)$/.test(name));

describe("what is loaded when", () => {
  test("until the first prediction, the scripts and styles that the build weighs, and no others", async () => {
    const { page, close } = await lab.openPage({ ready: false });
    await readStart(page);
    const loaded = await page.evaluate(() => {
      const [answer] = performance.getEntriesByName("first answer");
      const before = performance.getEntriesByType("resource").filter(({ startTime }) => startTime < answer.startTime);
      return before.map(({ name }) => name);
    });
    // Workers load theirs beside the page, not before it.
    const ofPage = own(loaded).filter((name) => !/\.worker-/.test(name));
    assert.deepEqual(ofPage.toSorted(), firstViewFiles().toSorted());
    await close();
  });

  for (const { key, name } of PANELS) {
    test(`a panel that is opened brings its styles: ${name}`, async () => {
      const { page, assertClean, close } = await lab.openPage();
      await goToPanel(page, name);
      const wanted = filesOf(manifest, [key]).filter((file) => file.endsWith(".css"));
      assert.ok(wanted.length > 0);
      const styles = () =>
        page.evaluate(() =>
          [...document.styleSheets].filter(({ cssRules }) => cssRules.length > 0).map(({ href }) => href),
        );
      await until(
        async () => own((await styles()).filter((href) => href !== null)),
        (here) => wanted.every((file) => here.includes(file)),
        { what: `the styles of ${name}` },
      );
      assertClean();
      await close();
    });
  }

  test("panels whose words come long after their code arrive all the same, whatever was opened before", async () => {
    const words = Object.keys(manifest)
      .filter((key) => key.startsWith("www/content/en/"))
      .map((key) => manifest[key].file);
    assert.ok(words.length > 20);
    for (const order of [PANELS, PANELS.toReversed()]) {
      const { page, assertClean, close } = await lab.openPage({
        // A request that it answers passes no route.
        serviceWorkers: "block",
        before: (page) =>
          page.route(
            (url) => words.some((file) => url.pathname.endsWith(file)),
            async (route) => {
              await new Promise((resolve) => setTimeout(resolve, 400));
              await route.continue();
            },
          ),
      });
      for (const { name } of order.filter(({ name }) => !SESSION.includes(name))) {
        await goToPanel(page, name);
        const panel = page.locator(`[data-panel="${name}"]`);
        await panel.locator(".panel-waiting").waitFor({ state: "detached" });
        // What follows it asks its questions.
        await page.waitForTimeout(300);
      }
      assertClean();
      await close();
    }
  });
});
