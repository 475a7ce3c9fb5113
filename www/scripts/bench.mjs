// `npm run bench`: what training, answers and data cost, natively and in Chromium, beside the run recorded in docs/performance.
//   npm run bench -- --only steps,browser --sizes S,M --steps 20     a part of it
//   npm run bench -- --record                                        and make this the recorded run
import { parseArgs } from "node:util";
import { peers } from "./bench-beside.mjs";
import { browser } from "./bench-browser.mjs";
import { explain } from "./bench-explain.mjs";
import { scale, steps, targets } from "./bench-native.mjs";
import { lecture, panels } from "./bench-page.mjs";
import { circumstances, compare, keep, recorded, table, written } from "./bench-record.mjs";
import { start } from "./bench-start.mjs";
import { Complaint, main } from "./command.mjs";
import { needNode, needPackages } from "./toolchain.mjs";

/**
 * What can be measured. `measure({ sizes, steps, where })` gives `{ measurements, notes, details }`: measurements are
 * `{ name, unit, value, low, high, limit }`, of which the last three may be missing; notes say what was left out; details go into
 * the file as they are. Or `{ skipped }`, with the reason. `recordMore(details)` renews what else shows a recorded run, and names it.
 */
const SECTIONS = [steps, targets, scale, start, browser, explain, panels, lecture, peers];

const ALL_SIZES = "S,M,L";
const names = SECTIONS.map(({ name }) => name);

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: names.join(",") },
      sizes: { type: "string", default: ALL_SIZES },
      steps: { type: "string", default: "20" },
      record: { type: "boolean", default: false },
    },
  });
  const only = values.only.split(",");
  const unknown = only.find((name) => !names.includes(name));
  if (unknown) throw new Complaint(`There is no section "${unknown}". Sections are ${names.join(", ")}.`);
  const sizes = values.sizes.split(",");
  const wrong = sizes.find((size) => !ALL_SIZES.split(",").includes(size));
  if (wrong !== undefined) throw new Complaint(`There is no size "${wrong}". Sizes are ${ALL_SIZES}.`);
  if (!/^[1-9]\d*$/.test(values.steps))
    throw new Complaint(`--steps ${values.steps}: a whole number from 1 on, please.`);
  if (values.record && values.sizes !== ALL_SIZES)
    throw new Complaint("A recorded run holds every size: leave out --sizes, or --record.");
  return { only, sizes, steps: Number(values.steps), record: values.record };
}

async function measureSection({ name, title, measure, recordMore }, options) {
  const where = circumstances();
  console.log(`\n## ${title}\n`);
  const { measurements, notes = [], details, skipped } = await measure({ ...options, where });
  if (skipped) return [`${name}: ${skipped}`];
  const before = recorded(name);
  console.log(`\n${table(compare(measurements, before))}\n`);
  console.log(`measured: ${written(where)}`);
  console.log(`recorded: ${before ? written(before) : "nothing yet"}`);
  // A part may not take the place of the whole.
  const isRecord = options.record && notes.length === 0;
  console.log(`written:  ${keep(name, { ...where, measurements, details }, isRecord)}`);
  if (isRecord && recordMore) console.log(`renewed:  ${recordMore(details)}`);
  return notes.map((note) => `${name}, ${note}`);
}

await main(async () => {
  needNode();
  await needPackages();
  const options = readOptions();
  const skipped = [];
  for (const section of SECTIONS.filter(({ name }) => options.only.includes(name)))
    skipped.push(...(await measureSection(section, options)));
  for (const reason of skipped) console.log(`\nSKIPPED ${reason}`);
});
