// The reference vectors of tests/golden on WebGPU: the same comparison as natively, run by the page's GPU engine.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { golden, startLab } from "./support.mjs";

/** Single precision in whatever order a graphics driver sums. */
const TOLERANCE = 1e-4;

const cases = readdirSync(golden)
  .filter((file) => file.endsWith(".safetensors") && !file.includes("_trace."))
  .map((file) => file.replace(".safetensors", ""));

let lab;
let call;
before(async () => {
  lab = await startLab("gpu");
  ({ call } = await lab.openLab());
});
after(() => lab.close());

describe("reference vectors on WebGPU", () => {
  for (const name of cases) {
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
