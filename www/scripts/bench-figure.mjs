// Draws docs/performance/scale.svg from the recorded scale.json: time and peak memory of each stage over the size of the data.
// By itself: `node www/scripts/bench-figure.mjs`.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { scaleLog } from "d3-scale";
import { recorded, recordedFolder, write } from "./bench-record.mjs";
import { Complaint, main } from "./command.mjs";
import { root } from "./places.mjs";

const PANEL = { width: 300, height: 190 };
const MARGIN = { left: 78, top: 40, right: 110, bottom: 48 };
const WIDTH = 2 * (MARGIN.left + PANEL.width + MARGIN.right);
const ROW = MARGIN.top + PANEL.height + MARGIN.bottom;
const CAPTION = 26;

/** A stage has a colour, a shape and its name at the end of its line: none of them alone. */
const STAGES = [
  { stage: "import", name: "import", mark: (x, y) => `<circle cx="${x}" cy="${y}" r="3.5"/>` },
  { stage: "epoch", name: "one epoch", mark: (x, y) => `<path d="M${x - 3.5} ${y - 3.5}h7v7h-7z"/>` },
  { stage: "evaluation", name: "evaluation", mark: (x, y) => `<path d="M${x} ${y - 4.5}l4.5 8h-9z"/>` },
];

const MEASURES = [
  { title: "time", unit: "ms", of: (cost) => cost.ms, growth: "time" },
  { title: "peak memory", unit: "MB", of: (cost) => cost.peak_bytes / 1e6, growth: "memory" },
];

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #16181d; }
  .quiet { fill: #626873; }
  .title { font-weight: 600; font-size: 13px; }
  .frame { fill: none; stroke: #85878e; }
  .grid { stroke: #e3e0d9; }
  .paper { fill: #fcfbf9; }
  .import { color: #1d5bd0; } .epoch { color: #b04e06; } .evaluation { color: #0c7a52; }
  .line { fill: none; stroke: currentColor; stroke-width: 1.75; }
  .marks { fill: currentColor; }
  text.end { fill: currentColor; }
  @media (prefers-color-scheme: dark) {
    text { fill: #ecebe8; } .quiet { fill: #a8acb5; }
    .frame { stroke: #7d818a; } .grid { stroke: #34373d; } .paper { fill: #16181c; }
    .import { color: #7fa8ff; } .epoch { color: #f0955a; } .evaluation { color: #55c79a; }
  }`;

const round = (value) => Number(value.toFixed(1));

/** Powers of ten within the domain. */
function decades([low, high]) {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}

/** The labels at the ends of lines, moved apart where lines end together. */
function apart(ends) {
  const sorted = ends.toSorted((a, b) => a.y - b.y);
  for (const [index, end] of sorted.entries()) if (index > 0) end.y = Math.max(end.y, sorted[index - 1].y + 14);
  const over = Math.max(0, (sorted.at(-1)?.y ?? 0) - PANEL.height - 8);
  for (const end of sorted) end.y -= over;
  return sorted;
}

function panel({ grows, points, growth }, { title, unit, of, growth: exponent }, left, top) {
  const sizes = points.map((point) => point[grows]);
  const lines = STAGES.map((stage) => ({ ...stage, values: points.map((point) => of(point[stage.stage])) }));
  const all = lines.flatMap(({ values }) => values);
  const lowest = 10 ** Math.floor(Math.log10(Math.min(...all)));
  const highest = 10 ** Math.ceil(Math.log10(Math.max(...all)));
  const x = scaleLog([Math.min(...sizes), Math.max(...sizes)], [0, PANEL.width]);
  const y = scaleLog([lowest, highest], [PANEL.height, 0]);
  const parts = [
    `<text class="title" x="0" y="-22">${title} with more ${grows}</text>`,
    `<text class="quiet" x="-8" y="-7" text-anchor="end">${unit}</text>`,
    `<text class="quiet" x="${PANEL.width}" y="${PANEL.height + 38}" text-anchor="end">${grows}</text>`,
  ];
  for (const tick of decades(y.domain())) {
    const at = round(y(tick));
    parts.push(`<path class="grid" d="M0 ${at}h${PANEL.width}"/>`);
    parts.push(`<text class="quiet" x="-8" y="${at + 4}" text-anchor="end">${write(tick)}</text>`);
  }
  for (const tick of decades(x.domain())) {
    const at = round(x(tick));
    parts.push(`<path class="grid" d="M${at} 0v${PANEL.height}"/>`);
    parts.push(`<text class="quiet" x="${at}" y="${PANEL.height + 18}" text-anchor="middle">${write(tick)}</text>`);
  }
  parts.push(`<rect class="frame" width="${PANEL.width}" height="${PANEL.height}"/>`);
  for (const { stage, mark, values } of lines) {
    const at = values.map((value, index) => [round(x(sizes[index])), round(y(value))]);
    const marks = at.map(([across, down]) => mark(across, down)).join("");
    parts.push(`<g class="${stage}"><path class="line" d="M${at.join("L")}"/><g class="marks">${marks}</g></g>`);
  }
  const ends = lines.map(({ stage, name, values }) => ({ stage, name, y: round(y(values.at(-1))) + 4 }));
  for (const { stage, name, y: down } of apart(ends)) {
    const slope = growth[stage][exponent];
    const label = slope === null ? name : `${name} ^${slope.toFixed(2)}`;
    parts.push(`<g class="${stage}"><text class="end" x="${PANEL.width + 8}" y="${down}">${label}</text></g>`);
  }
  return `<g transform="translate(${left} ${top})">${parts.join("\n")}</g>`;
}

/** The picture of `series`, as `dif-sr bench scale --json` gives them. */
export function scaleFigure(series) {
  const hasMemory = series.every(({ points }) =>
    points.every((point) => STAGES.every((s) => point[s.stage].peak_bytes)),
  );
  const measures = MEASURES.filter(({ growth }) => growth === "time" || hasMemory);
  const height = measures.length * ROW + CAPTION;
  const panels = measures.flatMap((measure, row) =>
    series.map((one, column) => panel(one, measure, column * (WIDTH / 2) + MARGIN.left, row * ROW + MARGIN.top)),
  );
  const caption =
    "Both axes are logarithmic. ^b: the cost grows as size to the power b over the last decade; 1 is linear.";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    "<title>Time and peak memory of import, one epoch and evaluation as the data grows</title>",
    `<style>${STYLE}\n</style>`,
    `<rect class="paper" width="${WIDTH}" height="${height}"/>`,
    ...panels,
    `<text class="quiet" x="${MARGIN.left}" y="${height - 12}">${caption}</text>`,
    "</svg>\n",
  ].join("\n");
}

/** Draws the recorded run. Gives the file's name. */
export function drawScale() {
  const run = recorded("scale");
  if (!run) throw new Complaint("docs/performance/scale.json is missing: npm run bench -- --only scale --record");
  const file = path.join(recordedFolder, "scale.svg");
  writeFileSync(file, scaleFigure(run.details));
  return path.relative(root, file);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(() => console.log(drawScale()));
