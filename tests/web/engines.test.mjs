// The two builds of the CPU engine: which one a browser is given, and that both compute the same.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { configOf, files } from "../../www/scripts/bench-browser.mjs";
import { clickItems, nextRows, startLab } from "./support.mjs";

/** Wide enough that every product runs by tiles, narrow enough that they have edges. */
const SIZE = { items: 90, values: 7, hidden: 20, attribute: 12, heads: 2, layers: 2, length: 9, batch: 40 };
const STEPS = 8;
/** Rounding once instead of twice in each product and sum, over eight steps. */
const TOLERANCE = 2e-5;

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

async function train(call, device, targets) {
  const { inter, item } = files(SIZE);
  const given = { "bench.inter": { utf8: inter }, "bench.item": { utf8: item } };
  await call(device, "open_files", Object.entries(given), 1);
  const { value: standard } = await call(device, "default_config", "dif_sr");
  const config = configOf(SIZE, standard);
  config.training.targets = targets;
  await call(device, "start_training", JSON.stringify(config));
  const { value: reports } = await call(device, "train_steps", STEPS);
  await call(device, "adopt");
  const { value: prediction } = await call(device, "predict", "main", [1, 2, 3, 4, 5], 10, false, []);
  return [
    ...reports.flatMap(({ total, item, attributes }) => [total, item, ...attributes]),
    ...prediction.top.map(({ score }) => score),
  ];
}

/** The engines that were fetched while the page showed its first prediction and that of two clicks, and the items of its list with
 * their probabilities: how the ranks moved depends on which list stood there before. */
async function firstAnswers(before) {
  lab.traffic.length = 0;
  const { page, assertClean, close } = await lab.openPage({ before });
  await clickItems(page, 2);
  const next = await nextRows(page).locator(".prediction-name, .prediction-percent").allInnerTexts();
  assertClean();
  await close();
  const fetched = lab.traffic.map(({ path }) => path).filter((path) => /\/engine_bg-[^/]*\.wasm$/.test(path));
  return { fetched, next };
}

describe("the engine with relaxed SIMD", () => {
  for (const targets of ["prefix", "every_position"]) {
    test(`trains and answers as the one without, targets: ${targets}`, async () => {
      const { call, page } = await lab.openLab();
      const plain = await train(call, "cpu", targets);
      const relaxed = await train(call, "cpu-relaxed", targets);
      assert.equal(relaxed.length, plain.length);
      const apart = plain.map((value, index) => Math.abs(value - relaxed[index]) / Math.max(1, Math.abs(value)));
      console.log(`${targets}: largest difference ${Math.max(...apart).toExponential(1)}`);
      assert.ok(Math.max(...apart) < TOLERANCE, `${plain}\n${relaxed}`);
      await page.close();
    });
  }

  test("is given to a browser that has it, the other one to a browser that has not", async () => {
    const relaxed = await firstAnswers();
    const plain = await firstAnswers((page) =>
      page.addInitScript(() => {
        // Refuses the one probe that ends in the opcode of f32x4.relaxed_madd.
        WebAssembly.validate = (bytes) => bytes.at(-2) !== 2;
      }),
    );
    assert.equal(relaxed.fetched.length, 1);
    assert.equal(plain.fetched.length, 1);
    assert.notEqual(plain.fetched[0], relaxed.fetched[0]);
    assert.deepEqual(plain.next, relaxed.next);
  });
});
