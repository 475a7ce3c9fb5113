// The reference vectors of tests/golden on WebGPU: the same comparison as natively, run by the page's GPU engine.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { golden, startLab } from "./support.mjs";

/** Single precision in whatever order a graphics driver sums. */
const TOLERANCE = 1e-4;

/** The strings at the head of a safetensors file. */
function metadata(file) {
  const bytes = readFileSync(path.join(golden, file));
  const header = bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE(0)));
  return JSON.parse(header.toString()).__metadata__ ?? {};
}

// What names no model is no case of one, such as traces and the matrices whose ranks are measured.
const files = readdirSync(golden).filter(
  (file) => file.endsWith(".safetensors") && !file.endsWith("_trace.safetensors"),
);
const cases = files.map((file) => ({ name: file.replace(".safetensors", ""), ...metadata(file) }));
// Explanations are the CPU's: explained.test.mjs holds them.
const whole = cases.filter(({ config, model, explain }) => (config ?? model) && !explain);
const borrowing = cases.filter(({ weights_from }) => weights_from);

let lab;
let call;
before(async () => {
  lab = await startLab("gpu");
  ({ call } = await lab.openLab());
});
after(() => lab.close());

describe("reference vectors on WebGPU", () => {
  // Two files for one check is more than the engine's binding takes; the native test has them.
  for (const { name, weights_from } of borrowing) test(name, { skip: `its weights are in ${weights_from}` }, () => {});

  test("there is a case of every kind of model that has reference vectors", () => {
    const kinds = whole.map(({ model }) => model ?? "dif_sr");
    for (const kind of ["dif_sr", "sasrec", "nova", "icai", "fdsa", "s3rec", "bert4rec", "gru4rec", "caser"]) {
      assert.ok(
        kinds.some((one) => one.startsWith(kind)),
        `no case of ${kind}`,
      );
    }
  });

  for (const { name } of whole) {
    test(`${name}: forward pass, losses, gradients`, { timeout: 600_000 }, async () => {
      const vectors = { url: `/@golden/${name}.safetensors` };
      const { value: report, ms } = await call("webgpu", "check_reference", name, vectors, 0);
      const parts = ["forward", "loss", "gradient"].map((part) => [part, report[part]]);
      console.log(
        `${name}: ${parts.map(([part, worst]) => `${part} ${worst.error.toExponential(1)}`).join(", ")}; ${ms} ms`,
      );
      for (const [part, worst] of parts) {
        assert.ok(worst.compared > 0, `${part}: nothing was compared`);
        assert.ok(worst.error <= TOLERANCE, `${part}: ${worst.tensor} is off by ${worst.error}`);
      }
    });
  }
});
