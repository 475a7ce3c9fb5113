// Instructions of a training step of size S on the CPU, held to what was recorded. Counted by Valgrind, which runs the program on a
// processor of its own making: the same instructions on every machine with AVX2, however loaded, and no counter of the hardware,
// which virtual machines keep to themselves. By itself: `node www/scripts/step-cost.mjs` prints, `--record` writes the number down.
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ask, Complaint, main, must, runAndKeep } from "./command.mjs";
import { installDebian } from "./debian.mjs";
import { cargoTarget, root } from "./places.mjs";
import { needCargo } from "./toolchain.mjs";

const file = path.join(root, "docs", "performance", "step-cost.json");
/** A step may cost that much more than recorded. */
const TOLERANCE = 1.1;
/** Two runs that differ by their steps alone: what starting costs is in both. */
const STEPS = [2, 5];

const missing = () =>
  ask("valgrind", ["--version"]) ? null : "valgrind is missing (Debian: apt-get install valgrind)";

/** What a run of so many steps executes: Valgrind's `I refs: 200,005,509`. */
export function instructionsIn(output) {
  const found = /^==\d+== I\s+refs:\s+([\d,]+)/m.exec(output);
  if (!found) throw new Complaint("Valgrind named no number of instructions.");
  return Number(found[1].replaceAll(",", ""));
}

async function count(program, steps) {
  const valgrind = ["--tool=cachegrind", "--cache-sim=no", `--cachegrind-out-file=${os.devNull}`];
  const training = [program, "bench", "train-only", "--size", "S", "--steps", String(steps)];
  const { status, output } = await runAndKeep("valgrind", [...valgrind, ...training]);
  if (status !== 0) throw new Complaint(`Valgrind failed (${status}).`);
  return instructionsIn(output);
}

async function instructionsOfStep() {
  needCargo();
  // The program that the tests have built already.
  await must("cargo", ["build", "--locked", "--bin", "dif-sr"]);
  const program = path.join(cargoTarget, "debug", "dif-sr");
  const [few, many] = STEPS;
  const difference = (await count(program, many)) - (await count(program, few));
  return Math.round(difference / (many - few));
}

/** Passes, fails, or says why it could not be done. */
export async function checkStepInstructions() {
  if (missing()) await installDebian("valgrind");
  const reason = missing();
  if (reason) return { passed: 0, failed: 0, skipped: [`instructions of a training step: ${reason}`] };
  const recorded = JSON.parse(readFileSync(file, "utf8")).instructions;
  const found = await instructionsOfStep();
  const millions = (value) => `${(value / 1e6).toFixed(1)} million`;
  console.log(`A training step of size S: ${millions(found)} instructions, recorded ${millions(recorded)}.`);
  if (found <= recorded * TOLERANCE) return { passed: 1, failed: 0 };
  console.error(
    `That is more than a tenth over what was recorded (at most ${millions(recorded * TOLERANCE)}). ` +
      "If the step is worth it: node www/scripts/step-cost.mjs --record",
  );
  return { passed: 0, failed: 1 };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    const reason = missing();
    if (reason) throw new Complaint(`Instructions cannot be counted: ${reason}.`);
    const instructions = await instructionsOfStep();
    console.log(`A training step of size S: ${instructions.toLocaleString("en-GB")} instructions.`);
    if (!process.argv.includes("--record")) return;
    const recorded = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, `${JSON.stringify({ ...recorded, instructions }, null, 2)}\n`);
  });
}
