// The last run of every part of the soak: docs/reliability.json, and the table in docs/reliability.md that is made of it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rewritten, write } from "./bench-record.mjs";
import { root } from "./places.mjs";

const FILE = path.join(root, "docs", "reliability.json");
const PAGE = path.join(root, "docs", "reliability.md");
const PART = ["<!-- npm run soak: begin -->", "<!-- npm run soak: end -->"];

const isMissed = ({ value, limit }) => limit !== undefined && !(value <= limit);

/** Whether it went as often as it was to, and every bound was held. */
export const held = ({ failure, numbers = [] }) => failure === undefined && !numbers.some(isMissed);

const shown = (value) => (typeof value === "number" ? write(value) : value);

const numberInWords = ({ what, value, limit }) =>
  `${what}: ${shown(value)}${limit === undefined ? "" : ` (bound ${write(limit)}${value <= limit ? "" : ", MISSED"})`}`;

/** What a part came to, on one line. */
export function inWords({ failure, numbers = [] }) {
  const said = numbers.map(numberInWords).join("; ");
  return failure === undefined ? said : `FAILED: ${failure}`;
}

/** Markdown of all parts, in the order in which they run. */
export function table(runs) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  const rows = runs.map((run) =>
    line([run.title, write(run.count), write(run.full), inWords(run), `${write(run.seconds)} s`, run.date]),
  );
  return [line(["what", "held", "of a full run", "numbers", "took", "day"]), line(Array(6).fill("---")), ...rows].join(
    "\n",
  );
}

/** Takes the place of what was recorded of the same parts. Gives the names of the files. */
export function record(runs, order) {
  const before = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {};
  const all = { ...before, ...Object.fromEntries(runs.map((run) => [run.name, run])) };
  const sorted = order.filter((name) => name in all).map((name) => all[name]);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(sorted.map((run) => [run.name, run])), null, 2)}\n`);
  writeFileSync(PAGE, rewritten(readFileSync(PAGE, "utf8"), PART, table(sorted)));
  return [FILE, PAGE].map((file) => path.relative(root, file));
}
