// Links and messages from strangers: keys of the page and none, values that fit and none, numbers that are too large, markup, text in
// every direction, objects in objects. What is made follows from a seed: a failure can be repeated.
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./places.mjs";

/** A small generator of numbers below a bound. */
export function numbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Every key that a link of the page may have. */
export const LINK_KEYS = [
  ...new Set(
    [
      ...readFileSync(path.join(root, "www", "state", "fields.ts"), "utf8").matchAll(
        /\bfield(?:<[^>\n]+>+)?\("([\w-]+)"/g,
      ),
    ].map(([, key]) => key),
  ),
  ...["data", "seed", "set", "train", "epochs", "cmp"],
];

const NO_KEYS = ["", "x", "lang[]", "__proto__", "constructor", "toString", "hasOwnProperty", "s[0]", "💥", "target"];

/** What marks an element that was made of text: nothing that the page draws has it. */
export const PARSED = "data-hostile";
const MARKUP = [
  `<b ${PARSED}>b</b>`,
  `<img ${PARSED} src=x onerror=wasParsed=1>`,
  `"><script ${PARSED}>wasParsed=1</script>`,
  `<svg ${PARSED} onload=wasParsed=1><style>*{display:none}</style></svg>`,
  `</title></style><iframe ${PARSED} srcdoc="<script>parent.wasParsed=1</script>">`,
  `<math ${PARSED}><mtext><table><mglyph><style><img src=x onerror=wasParsed=1>`,
  "javascript:wasParsed=1",
  "&lt;b&gt;&#60;i&#62;",
];

const NUMBERS = "0 -0 -1 1 1.5 NaN Infinity -Infinity 1e309 99999999999999999999 4294967296 0x10 2147483648".split(" ");
const TEXTS = [
  ...["", " ", "%", "%00", "%ff", "%E0%A4%A", "../../etc/passwd", "\\\\host\\share", "null", "undefined", "true"],
  ...["[]", "{}", "[object Object]", "\u202e1", "\u0000", "\ufeff", "\ud800", "ﷺ", "각", "a=b&c", "1;2", "#x", "?s=1"],
  ...["1".repeat(900), "1.".repeat(450), "가".repeat(300), "💥".repeat(200)],
];
/** Of each kind of field, so that what is made also gets as far as data and model. */
const NEARLY = [
  ...["1.2.3", "1..2", "0.0.0", "240.241.242", "1_1_1_1_1", "0_0_0_0_0", "9_9_9_9_9", "900.1", "3.3"],
  ...["train", "why", "ko", "dark", "mean", "department_chains", "brand_loyal", "dif_sr-gate", "sasrec.fdsa", "B", "P"],
  ...[
    "webgpu",
    "cpu",
    "training.epochs:1",
    "training.epochs:-1",
    "model.hidden_size:99999999",
    "next,why",
    "own",
    "all",
  ],
];
const VALUES = [...NUMBERS, ...TEXTS, ...NEARLY, ...MARKUP];

const oneOf = (pick, list) => list[pick(list.length)];
const keyOf = (pick) => oneOf(pick, pick(5) === 0 ? NO_KEYS : LINK_KEYS);

/** Encodes what may not stand alone; a surrogate without its other half cannot be encoded. */
const encoded = (value) => encodeURIComponent(value.toWellFormed());

/** The query of a link with so many pairs. */
export function hostileQuery(pick, pairs = 10) {
  const all = Array.from({ length: pairs }, () => {
    const value = oneOf(pick, VALUES);
    return `${encoded(keyOf(pick))}=${pick(3) === 0 ? value : encoded(value)}`;
  });
  return all.join(oneOf(pick, ["&", "&", "&", ";", "&&", "#"]));
}

/** A value as a message may hold it; `depth`: how many objects may still stand in each other. */
function hostileValue(pick, depth = 3) {
  const kind = pick(depth > 0 ? 8 : 5);
  if (kind === 0) return Number(oneOf(pick, NUMBERS));
  if (kind === 1) return oneOf(pick, [null, undefined, true, false, 2 ** 53, -(2 ** 31), 1e308, 0.1]);
  if (kind < 5) return oneOf(pick, VALUES);
  if (kind === 5) return Array.from({ length: pick(4) }, () => hostileValue(pick, depth - 1));
  return Object.fromEntries(Array.from({ length: pick(4) }, () => [keyOf(pick), hostileValue(pick, depth - 1)]));
}

/** Whoever is not heard sets this one, and whoever is heard leaves it alone: so it is seen who was. */
export const STRANGERS_KEY = "n";

/** A message to the page; `own`: of the page around it, else of a stranger who sets what is not theirs to set. */
export function hostileMessage(pick, own) {
  if (!own)
    return { target: "dif-sr-lab", type: "set", patch: { [STRANGERS_KEY]: 1 + pick(20), s: hostileValue(pick, 1) } };
  const kind = pick(10);
  if (kind === 0) return hostileValue(pick);
  if (kind === 1) return { target: "dif-sr-lab", type: hostileValue(pick, 1), to: hostileValue(pick) };
  if (kind === 2) return { target: "dif-sr-lab", type: "go", to: hostileValue(pick) };
  if (kind === 3)
    return { target: "dif-sr-lab", type: "go", to: { step: hostileValue(pick, 1), click: hostileValue(pick, 1) } };
  const patch = Object.fromEntries(
    Array.from({ length: 1 + pick(6) }, () => [keyOf(pick), hostileValue(pick, 2)]).filter(
      ([key]) => key !== STRANGERS_KEY,
    ),
  );
  return { target: "dif-sr-lab", type: "set", patch };
}
