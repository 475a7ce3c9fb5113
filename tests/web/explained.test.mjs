// Explanations in WebAssembly against the reference vectors of tests/golden: the same comparison as natively, in a build of the CPU
// engine that has it (pkg/cpu-golden). The page's own files are free of it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { golden, startLab } from "./support.mjs";

/** The kind of explanation that a file holds, from the strings at its head; undefined for other files. */
function kindOf(file) {
  const bytes = readFileSync(path.join(golden, file));
  const header = bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE(0)));
  return JSON.parse(header.toString()).__metadata__?.explain;
}

const files = readdirSync(golden).filter((file) => file.startsWith("explain_") && file.endsWith(".safetensors"));
const cases = files.map((file) => ({ name: file.replace(".safetensors", ""), kind: kindOf(file) }));

let lab;
let call;
before(async () => {
  lab = await startLab("cpu");
  ({ call } = await lab.openLab());
});
after(() => lab.close());

describe("explanations in WebAssembly", () => {
  for (const kind of ["rank", "gradient", "attribution", "counterfactual", "map"]) {
    test(`${kind}: every case agrees with its reference`, { timeout: 300_000 }, async () => {
      const own = cases.filter((one) => one.kind === kind);
      assert.ok(own.length > 0, "there is no case");
      for (const { name } of own) {
        const vectors = { url: `/@golden/${name}.safetensors` };
        const { value: report, ms } = await call("cpu-golden", "check_explained", name, vectors);
        assert.equal(report.kind, kind);
        const errors = report.checks.map(({ what, error }) => `${what} ${error.toExponential(1)}`);
        console.log(`${name}: ${errors.join(", ")}; ${ms.toFixed(0)} ms`);
        assert.ok(
          report.checks.length >= 4 && report.checks.every(({ compared }) => compared > 0),
          "too little was compared",
        );
        for (const { tensor, error, limit } of report.checks)
          assert.ok(error <= limit, `${name}: ${tensor} is off by ${error}, allowed ${limit}`);
      }
    });
  }
});
