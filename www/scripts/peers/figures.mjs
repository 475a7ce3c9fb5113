// What a run of the peer benchmark says about us: ratios within that run, as tables. Only ratios within one run mean something.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rewritten } from "../bench-record.mjs";
import { root } from "../places.mjs";

/** Rows of ours by name, each with what the adapter is told; the benchmark makes the name from `backend`. */
export const OURS = {
  ours: { backend: undefined, device: "cpu", everySlot: false },
  "ours-every-slot": { backend: "every-slot", device: "cpu", everySlot: true },
  "ours-webgpu": { backend: "webgpu", device: "gpu", everySlot: false },
  "ours-webgpu-every-slot": { backend: "webgpu-every-slot", device: "gpu", everySlot: true },
};
/** Rows of the command line. */
export const NATIVE = { "ours-native": { everySlot: false }, "ours-native-every-slot": { everySlot: true } };

export const isOurs = (name) => name in OURS || name in NATIVE;
export const isGpu = (name) => /webgpu|webgl/.test(name);

/** Losses near 14, single precision, another order of summation: what stays of equal work. */
const SAME_LOSS = 1e-3;

/** The figures of a run that are worth keeping, without what only helps to find a fault. */
export function digest(run, facts) {
  const kept = run.rows.map((row) => ({
    case: row.case,
    peer: row.peer,
    step_ms: row.step_ms,
    step_p10_ms: row.step_p10,
    step_p90_ms: row.step_p90,
    steps: row.n,
    first_step_ms: row.first_ms,
    inference_ms: row.infer_ms,
    code_gzip_bytes: row.bytes?.gzip,
    losses: row.losses?.length ? row.losses : undefined,
    load: row.load,
    probe_ms: row.probe_ms,
    failure: row.step_error ?? row.error,
  }));
  const rows = kept.map((row) => ({ ...row, loss_difference: lossDifference(row, kept) }));
  return {
    ...facts,
    date: run.date,
    cpu: run.cpu,
    cores: run.cores,
    gemm_gflops: run.limits?.[1]?.gflops_median,
    rows,
  };
}

/** The largest difference of the first losses from the first row of the case that has some. */
function lossDifference(row, rows) {
  const first = rows.find((other) => other.case === row.case && other.losses);
  if (!row.losses || !first || row === first) return undefined;
  const shared = Math.min(row.losses.length, first.losses.length);
  return Math.max(...row.losses.slice(0, shared).map((loss, at) => Math.abs(loss - first.losses[at])));
}

/** Which rows' losses are not those of the first stack, in words: they did other work, and their times compare nothing. Null if none. */
export function unequal({ rows }) {
  const wrong = rows.filter(({ loss_difference: off }) => off !== undefined && !(off <= SAME_LOSS));
  if (wrong.length === 0) return null;
  const list = wrong.map((row) => `${row.case} ${row.peer} by ${row.loss_difference}`).join(", ");
  return `Losses differ, so the work was not the same: ${list}.`;
}

const number = (value, digits = 1) =>
  value === undefined || value === null ? "-" : value.toFixed(value >= 100 ? 0 : digits);
const line = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, body) => [head, head.map(() => "---"), ...body].map(line).join("\n");

/** One line for each row of a run. */
export function measured({ rows }) {
  const head = [
    ...["case", "stack", "ms/step", "10 % to 90 %", "steps", "first step ms"],
    ...["ms/inference", "code KB gzip", "loss difference", "load"],
  ];
  const body = rows.map((row) => [
    ...[row.case, row.peer],
    ...(row.step_ms
      ? [number(row.step_ms), `${number(row.step_p10_ms)} to ${number(row.step_p90_ms)}`, row.steps]
      : [row.failure ? "fails" : "-", "-", "-"]),
    ...[number(row.first_step_ms, 0), number(row.inference_ms, 2)],
    ...[number(row.code_gzip_bytes && row.code_gzip_bytes / 1024, 0)],
    ...[row.loss_difference?.toExponential(0) ?? "-", number(row.load)],
  ]);
  return table(head, body);
}

/**
 * Our time divided by that of each other stack: below 1 ours is faster. A column for each row of ours; the CPU is compared with
 * CPUs, WebGPU with graphics devices.
 */
export function ratios({ rows }, field) {
  const ours = [...new Set(rows.map(({ peer }) => peer))].filter(isOurs);
  const others = rows.filter((row) => !isOurs(row.peer) && row[field]);
  const against = (row) =>
    ours.map((name) => {
      const own = rows.find((other) => other.case === row.case && other.peer === name)?.[field];
      return own && isGpu(name) === isGpu(row.peer) ? (own / row[field]).toFixed(2) : "-";
    });
  return table(
    ["case", "stack", ...ours],
    others.map((row) => [row.case, row.peer, ...against(row)]),
  );
}

/** The ratios of a run. */
export function comparisons(run) {
  return [
    "A training step, our time divided by theirs:",
    ratios(run, "step_ms"),
    "An inference, our time divided by theirs:",
    ratios(run, "inference_ms"),
  ].join("\n\n");
}

const BEGIN = "<!-- peers: written by `npm run bench:peers -- --record` -->";
const END = "<!-- peers: end -->";

/** The recorded run as a part of a page. */
export function section(record) {
  if (!record) return "No run has been recorded yet.";
  const { cpu, cores, date, commit, gemm_gflops: product } = record;
  const machine = `${cpu}, ${cores} cores; ${date.slice(0, 10)}; commit ${commit}.`;
  const limit = product
    ? ` PyTorch's product of two 1024 x 1024 matrices on one thread: ${number(product, 0)} GFLOP/s.`
    : "";
  return `${machine}${limit}\n\n${measured(record)}\n\n${comparisons(record)}`;
}

/** The page with its part replaced by the recorded run. */
export function written(page, record) {
  return rewritten(page, [BEGIN, END], section(record));
}

/** Renews docs/performance.md; gives its name. */
export function recordOnPage(figures) {
  const page = path.join(root, "docs", "performance.md");
  writeFileSync(page, written(readFileSync(page, "utf8"), figures));
  return path.relative(root, page);
}
