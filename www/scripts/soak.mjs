// `npm run soak`: what the page stands, as numbers: input from strangers, runs that are broken off, lost devices, full disks, bad hosts,
// long runs. Needs the page (`npm run build`).
//   npm run soak -- --only kills,reloads --kills 5     a part of it, or less often
//   npm run soak -- --record                           and make it the recorded run of what was run
import { parseArgs } from "node:util";
import { circumstances, write } from "./bench-record.mjs";
import { Complaint, main } from "./command.mjs";
import { kills, reloads } from "./soak-breaks.mjs";
import { lost } from "./soak-devices.mjs";
import { fuzz } from "./soak-fuzz.mjs";
import { hosts } from "./soak-hosts.mjs";
import { cpuSteps, gpuSteps } from "./soak-memory.mjs";
import { quota } from "./soak-quota.mjs";
import { held, inWords, record } from "./soak-record.mjs";
import { links, messages } from "./soak-strangers.mjs";
import { needNode, needPackages } from "./toolchain.mjs";

/**
 * Parts of the soak. `full`: how often it goes in a full run; an option of its name says another number, unless it is `fixed`, and at
 * most `most`. `run({ count, seed, tell })` throws where something does not hold, and gives how often it went and its numbers:
 * `{ what, value, limit }`.
 */
const PARTS = [fuzz, links, messages, kills, reloads, lost, quota, hosts, cpuSteps, gpuSteps];
const names = PARTS.map(({ name }) => name);

/** Seconds between two words about how far a part is. */
const TELL_EVERY = 20;

function readOptions() {
  const counts = Object.fromEntries(
    PARTS.filter(({ fixed }) => !fixed).map(({ name, full }) => [name, { type: "string", default: String(full) }]),
  );
  const { values } = parseArgs({
    options: {
      ...counts,
      only: { type: "string", default: names.join(",") },
      seed: { type: "string", default: "20220423" },
      record: { type: "boolean", default: false },
    },
  });
  const only = values.only.split(",");
  const unknown = only.find((name) => !names.includes(name));
  if (unknown) throw new Complaint(`There is no part "${unknown}". Parts are ${names.join(", ")}.`);
  const wrong = [...Object.keys(counts), "seed"].find((name) => !/^[1-9]\d*$/.test(values[name]));
  if (wrong) throw new Complaint(`--${wrong} ${values[wrong]}: a whole number from 1 on, please.`);
  const countOf = ({ name, full, most = Number.POSITIVE_INFINITY }) => Math.min(most, Number(values[name] ?? full));
  return { only, countOf, seed: Number(values.seed), record: values.record };
}

async function runPart(part, { countOf, seed }) {
  const { name, title, full } = part;
  const { date, commit, machine } = circumstances();
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 1000);
  console.log(`\n## ${title}\n`);
  let [told, done] = [0, 0];
  const tell = (now) => {
    done = now;
    if (seconds() < told + TELL_EVERY) return;
    told = seconds();
    console.log(`  ${write(now)} after ${told} s`);
  };
  const outcome = await part
    .run({ count: countOf(part), seed, tell })
    .catch((error) => ({ count: done, failure: error.message.split("\n")[0] }));
  const run = { name, title, full, ...outcome, seconds: seconds(), seed, date, commit, machine };
  console.log(`${held(run) ? "held" : "FAILED"}: ${write(run.count)} of ${write(full)} in ${run.seconds} s`);
  console.log(inWords(run));
  return run;
}

await main(async () => {
  needNode();
  await needPackages();
  const options = readOptions();
  const runs = [];
  for (const part of PARTS.filter(({ name }) => options.only.includes(name))) {
    if (part.only && part.only !== process.platform) console.log(`\nSKIPPED ${part.title}: needs ${part.only}`);
    else runs.push(await runPart(part, options));
    // After each: a run that is broken off has told of what is over.
    if (options.record) record(runs, names);
  }
  if (options.record) console.log("\nwritten: docs/reliability.json, docs/reliability.md");
  const failed = runs.filter((run) => !held(run));
  if (failed.length > 0) throw new Complaint(`Not held: ${failed.map(({ title }) => title).join(", ")}.`);
});
