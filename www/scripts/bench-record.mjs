// Recorded runs of the bench, docs/performance/*.json: written with `--record`, compared with in every later run.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ask } from "./command.mjs";
import { root } from "./places.mjs";

export const recordedFolder = path.join(root, "docs", "performance");
const freshFolder = path.join(root, "bench-results");

/** Where and when a run takes place. To be asked for before anything is measured: afterwards the load is the bench's own. */
export function circumstances() {
  const cpus = os.cpus();
  const commit = ask("git", ["rev-parse", "--short", "HEAD"]) ?? "unknown";
  const changed = ask("git", ["status", "--porcelain", "--", "src", "www", "Cargo.toml", "Cargo.lock"]);
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: changed ? `${commit} with changes` : commit,
    machine: {
      cpu: cpus[0]?.model ?? "unknown",
      cores: cpus.length,
      memory_gb: Math.round(os.totalmem() / 2 ** 30),
      system: `${os.platform()} ${os.arch()}`,
      load: Number(os.loadavg()[0].toFixed(2)),
    },
  };
}

/** `page` with `text` between the lines `begin` and `end`. */
export function rewritten(page, [begin, end], text) {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no part between ${begin} and ${end}`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}

const fileOf = (folder, section) => path.join(folder, `${section}.json`);

/** The recorded run of a section, or null. */
export function recorded(section, folder = recordedFolder) {
  const file = fileOf(folder, section);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** Keeps a run: among the recorded ones, or in bench-results, which git ignores. Gives the file's name. */
export function keep(section, run, isRecord) {
  const folder = isRecord ? recordedFolder : freshFolder;
  mkdirSync(folder, { recursive: true });
  const file = fileOf(folder, section);
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
  return path.relative(root, file);
}

/** Each measurement with what was recorded under its name, and the ratio of the two; null where nothing was, or in another unit. */
export function compare(measurements, run) {
  const before = new Map((run?.measurements ?? []).map((measurement) => [measurement.name, measurement]));
  return measurements.map((measurement) => {
    const old = before.get(measurement.name);
    const was = old?.unit === measurement.unit ? old.value : null;
    return { ...measurement, recorded: was, ratio: was ? measurement.value / was : null };
  });
}

/** A number as people read it: three digits that say something. */
export function write(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return "-";
  if (Number.isInteger(value)) return value.toLocaleString("en-GB");
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-GB") : String(Number(value.toPrecision(3)));
}

const HEAD = ["measured", "median", "10 % to 90 %", "limit", "recorded", "ratio"];

/** Markdown, which is readable on a terminal too. */
export function table(rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const body = rows.map(({ name, unit, value, low, high, limit, recorded: was, ratio }) => {
    const spread = low === undefined ? "-" : `${write(low)} to ${write(high)}`;
    const bound = limit === undefined ? "-" : `${write(limit)} ${value <= limit ? "held" : "MISSED"}`;
    return line([name, `${write(value)} ${unit}`.trim(), spread, bound, write(was), ratio ? ratio.toFixed(2) : "-"]);
  });
  return [line(HEAD), line(HEAD.map(() => "---")), ...body].join("\n");
}

/** One line about a run: comparing with another machine says little, and a loaded one nothing. */
export const written = ({ date, commit, machine }) =>
  `${date}, ${commit}, ${machine.cpu}, ${machine.cores} cores, load ${write(machine.load)}`;
