// What a visitor meets: the stored example before any WebAssembly, nothing from elsewhere, the device named with its reason.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { clickItems, engineReady, nextRows, sessionRows, startLab } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

describe("the first view", () => {
  test("the stored example is on screen before the engine arrives", async () => {
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    // The service worker may ask for the same file once more, to keep it for the next visit.
    const asked = new Set();
    const { page, assertClean, close } = await lab.openPage({
      ready: false,
      before: (page) =>
        page.context().route("**/*.wasm", async (route) => {
          asked.add(route.request().url());
          await held;
          await route.continue();
        }),
    });
    await nextRows(page).first().waitFor();
    assert.equal(await nextRows(page).count(), 10);
    assert.ok((await sessionRows(page).count()) > 0);
    assert.ok((await page.locator('[data-figure="maps"] .drawing path[fill]').count()) > 20, "maps are drawn");
    await page.getByText("stored example").first().waitFor();
    release();
    await engineReady(page);
    assert.equal(asked.size, 1, "one engine is loaded, and the GPU part is not");
    assertClean();
    await close();
  });

  test("has a strict policy and asks no other host", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    assert.match(policy, /default-src 'none'|default-src 'self'/);
    for (const loose of ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"]) {
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
      assert.ok(!scripts.split(" ").includes(loose), `script-src allows ${loose}`);
    }
    await clickItems(page, 2);
    assertClean();
    await close();
  });

  test("works from a folder below the root of a host", async () => {
    const { page, faults, close } = await lab.openPage({ base: "/lab/" });
    assert.equal(await nextRows(page).count(), 10);
    assert.deepEqual(faults, []);
    await close();
  });

  test("without scripts it is still an article", async () => {
    const { page, close } = await lab.openPage({ ready: false, javaScriptEnabled: false });
    assert.match(await page.locator("body").innerText(), /DIF-SR/);
    await close();
  });

  test("the badge is as wide with one digit of milliseconds as with three", async () => {
    const { page, close } = await lab.openPage();
    const widths = await page.locator(".badge-speed").evaluate((speed) =>
      ["2", "12", "188"].map((ms) => {
        speed.textContent = `${ms}\u00a0ms`;
        return speed.closest("button").getBoundingClientRect().width;
      }),
    );
    assert.equal(new Set(widths).size, 1, widths.join());
    await close();
  });

  test("without a GPU adapter the badge says CPU, and the Train panel says why", async () => {
    const { page, close } = await lab.openPage({ query: "?panel=train" });
    await page.getByRole("button", { name: /CPU/ }).first().waitFor();
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await page
      .getByText(/found no graphics adapter|offers no WebGPU/)
      .first()
      .waitFor();
    await close();
  });
});
