// The page as `npm start` serves it before all engines are built: it works on the one that is there, says what is still to come,
// and takes the GPU engine without being loaded anew.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { buildPage } from "../../www/scripts/build-page.mjs";
import { pkg } from "../../www/scripts/places.mjs";
import { clickItems, nextRows, startLab, until } from "./support.mjs";

let lab;
const gpu = { state: "building" };
before(async () => {
  lab = await startLab("gpu", {
    mounts: { "/": await buildPage(["cpu"]), "/engines/gpu/": path.join(pkg, "gpu") },
    answers: { "/engines.json": () => ({ cpu: { state: "ready" }, "cpu-relaxed": { state: "ready" }, gpu }) },
  });
});
after(() => lab.close());

const enginesFetched = () => lab.traffic.map((one) => one.path).filter((name) => name.endsWith(".wasm"));

describe("a page that is served before all engines are built", () => {
  test("runs on the first engine, and asks for no other", async () => {
    lab.traffic.length = 0;
    const { page, assertClean, close } = await lab.openPage();
    await clickItems(page, 2);
    assert.equal(await nextRows(page).count(), 10);
    assert.equal(enginesFetched().length, 1);
    assert.deepEqual(
      lab.traffic.filter(({ status }) => status >= 400),
      [],
    );
    assertClean();
    await close();
  });

  test("trains on the CPU and says why, and on WebGPU once that engine is there, without a reload", {
    timeout: 900_000,
  }, async () => {
    lab.traffic.length = 0;
    const { page, assertClean, close } = await lab.openPage({ query: "?panel=train" });
    const step = async () => {
      await page.getByRole("button", { name: "Step", exact: true }).click();
      await page
        .getByText(/Paused in epoch/)
        .first()
        .waitFor({ timeout: 400_000 });
    };
    await page.getByRole("radiogroup", { name: "Device" }).getByText("WebGPU").click();
    await page
      .getByText(/Training runs on the CPU\. The GPU engine is still being built/)
      .first()
      .waitFor({ timeout: 60_000 });
    await step();
    assert.equal(enginesFetched().length, 1);

    gpu.state = "ready";
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await step();
    await until(
      () => page.getByText(/Training runs on WebGPU/).count(),
      (count) => count > 0,
      { what: "the GPU engine", timeout: 400_000 },
    );
    assert.equal(enginesFetched().at(-1), "/engines/gpu/engine_bg.wasm");
    assertClean();
    await close();
  });
});
