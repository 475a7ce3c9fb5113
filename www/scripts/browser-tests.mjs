// The tests of tests/web, each file a process with a browser of its own.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runAndKeep } from "./command.mjs";
import { findChromium } from "./find-chromium.mjs";
import { environment, root } from "./places.mjs";
import { browserCounts } from "./test-counts.mjs";

const folder = path.join(root, "tests", "web");
const ENDING = ".test.mjs";

/** Files that measure time or memory: two would measure each other. */
const MEASURE = ["copying", "figures", "memory", "panels", "training", "workbench"];
/** Files that build a page or a package of their own, or work both cores to the full. */
const BUSY = [
  ...["decks", "late-engines", "newer-build", "package", "package-hosts", "soak", "start", "toy", "zip"],
  ...["browsers", "webgpu", "webgpu-reference", "webgpu-work"],
];
const ALONE = new Set([...MEASURE, ...BUSY]);

const nameOf = (file) => file.slice(0, -ENDING.length);

/** Files two by two, mostly waiting for their browsers, and then those that want the machine to themselves. `results`: where reports go. */
export async function browserTests(results) {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .map(nameOf);
  const missing = [...ALONE].filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`tests/web has no ${missing.join(", ")}: see ${import.meta.filename}`);
  const chromium = await findChromium();
  const pairs = await runFiles(
    names.filter((name) => !ALONE.has(name)),
    { chromium, lanes: 2, report: path.join(results, "browser.tap") },
  );
  const alone = await runFiles(
    names.filter((name) => ALONE.has(name)),
    { chromium, lanes: 1, report: path.join(results, "browser-alone.tap") },
  );
  return {
    passed: pairs.passed + alone.passed,
    failed: pairs.failed + alone.failed,
    skipped: [...pairs.skipped, ...alone.skipped],
  };
}

async function runFiles(names, { chromium, lanes, report }) {
  const args = [
    ...["--test", `--test-concurrency=${lanes}`],
    ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
    ...["--test-reporter=tap", `--test-reporter-destination=${report}`],
    ...names.map((name) => path.join(folder, name + ENDING)),
  ];
  const { status } = await runAndKeep(process.execPath, args, { env: { ...environment, CHROMIUM: chromium } });
  return browserCounts(readFileSync(report, "utf8"), status);
}
