// The equations of a model as terms, one a source, with today's numbers and shapes below them. The MathML of each term was made when the
// page was built; here terms are joined, as many as the data has attributes.
import type { FusedPlan } from "../../viz/fusedModel";
import { mathOf } from "../common/math";
import type { Joining } from "./ways";

export interface Piece {
  /** What stands inside <math>. */
  readonly math: string;
  /** Letters of the sources that are in it; empty for signs. */
  readonly of: readonly string[];
  /** Below it, in bold: a number of this cell. */
  readonly number?: string;
  /** Below it: how large it is. */
  readonly shape?: string;
}

export interface Equation {
  readonly name: "join" | "inner" | "scale" | "pass" | "output";
  readonly pieces: readonly Piece[];
}

/** What can be written below the terms; empty where it is not known. */
export interface Below {
  /** By source, and of a bias: parts of the focus cell's score. */
  readonly parts: readonly string[];
  /** By source: how wide what it brings is. */
  readonly widths: readonly string[];
  readonly vector: string;
  readonly table: string;
  readonly score: string;
  readonly weight: string;
  readonly values: string;
}

const sign = (name: string): Piece => ({ math: mathOf(name), of: [] });

/** Terms with a sign between them. */
function joined(terms: readonly Piece[], between = "plus"): Piece[] {
  return terms.flatMap((term, index) => (index > 0 ? [sign(between), term] : [term]));
}

interface Of {
  readonly letters: readonly string[];
  readonly below: Below;
}

/** One term for every letter, with its number and shape below. */
function terms(name: string, { letters, below }: Of, { numbers = false, from = 0, to = letters.length } = {}): Piece[] {
  return letters.slice(from, to).map((letter, index) => ({
    math: mathOf(name, letter),
    of: [letter],
    number: numbers ? (below.parts[from + index] ?? "") : "",
    shape: below.widths[from + index] ?? "",
  }));
}

function all(name: string, { letters }: Of, under: Partial<Piece> = {}): Piece {
  return { math: mathOf(name), of: letters, ...under };
}

function decoupled(joining: Joining, of: Of): Equation[] {
  const { letters, below } = of;
  const [item = "I"] = letters;
  const isGate = joining === "gate" || joining === "sigmoid_gate";
  const name = joining === "concat" ? "mapped-scores" : isGate ? "gated-scores" : "product";
  const bias: Piece[] =
    joining === "concat" ? [{ math: mathOf("bias-row"), of: [], number: below.parts[letters.length] ?? "" }] : [];
  const inner: Piece[] =
    joining === "sum"
      ? []
      : [{ math: mathOf("query-key", "s"), of: letters }, ...(isGate ? [sign("comma"), gate(joining)] : [])];
  return [
    {
      name: "join",
      pieces: [all("scores", of), sign("equals"), ...joined([...terms(name, of, { numbers: true }), ...bias])],
    },
    ...(inner.length > 0 ? [{ name: "inner" as const, pieces: inner }] : []),
    {
      name: "scale",
      pieces: [all("weights", of), sign("equals"), all("scaled", of, { number: below.score, shape: below.table })],
    },
    {
      name: "pass",
      pieces: [
        sign("output"),
        sign("equals"),
        all("weigh", of, { number: below.weight, shape: below.table }),
        { math: mathOf("values-item"), of: [item], shape: below.values },
      ],
    },
  ];
}

const gate = (joining: Joining): Piece => sign(joining === "gate" ? "gate-softmax" : "gate-sigmoid");

/** What queries, keys and values of one table are made of. */
function oneTable(of: Of, values: Piece): Equation[] {
  const { below } = of;
  return [
    {
      name: "scale",
      pieces: [all("scores", of), sign("equals"), all("one-product", of, { number: below.score, shape: below.table })],
    },
    {
      name: "pass",
      pieces: [
        sign("output"),
        sign("equals"),
        all("weigh-one", of, { number: below.weight, shape: below.table }),
        values,
      ],
    },
  ];
}

function mixture(of: Of, inside: readonly Piece[], isNormalised: boolean): Piece[] {
  const left = [all("mixture", of, { shape: of.below.vector }), sign("equals")];
  return isNormalised ? [...left, sign("ln-open"), ...inside, sign("close")] : [...left, ...inside];
}

function early(joining: Joining, of: Of): Equation[] {
  const values = all("values-mixture", of, { shape: of.below.values });
  if (joining === "aggregate") {
    const added = joined([...terms("vector", of, { to: 1 }), ...terms("aggregated", of, { from: 2 })]);
    const enriched = {
      math: mathOf("enriched"),
      of: of.letters.filter((_, index) => index !== 1),
      shape: of.below.vector,
    };
    return [
      { name: "inner", pieces: [{ math: mathOf("aggregation", "k"), of: of.letters.slice(2) }] },
      { name: "join", pieces: [enriched, sign("equals"), ...added] },
      { name: "join", pieces: mixture(of, joined([enriched, ...terms("vector", of, { from: 1, to: 2 })]), true) },
      ...oneTable(of, values),
    ];
  }
  if (joining === "add") {
    return [{ name: "join", pieces: mixture(of, joined(terms("vector", of)), true) }, ...oneTable(of, values)];
  }
  // Position is added after the linear map.
  const inside = [
    ...terms("mapped-vector", of, { to: 1 }),
    ...terms("mapped-vector", of, { from: 2 }),
    sign("bias"),
    ...terms("vector", of, { from: 1, to: 2 }),
  ];
  return [{ name: "join", pieces: mixture(of, joined(inside), true) }, ...oneTable(of, values)];
}

function insideAttention(joining: Joining, of: Of): Equation[] {
  const [item = "I"] = of.letters;
  const prefix = joining === "concat" ? "mapped-" : joining === "gate" ? "gated-" : "";
  const stream: Piece = { math: mathOf(`${prefix}item-stream`), of: [item], shape: of.below.widths[0] ?? "" };
  const inside = joined([
    stream,
    ...terms(`${prefix}vector`, of, { from: 1 }),
    ...(joining === "concat" ? [sign("bias")] : []),
  ]);
  return [
    { name: "join", pieces: mixture(of, inside, false) },
    ...oneTable(of, { math: mathOf("values-item"), of: [item], shape: of.below.values }),
  ];
}

function stacks(of: Of): Equation[] {
  const { letters } = of;
  const stack = (left: string, open: string, members: readonly string[], inside: readonly Piece[]): Equation => ({
    name: "join",
    pieces: [{ math: mathOf(left), of: members }, sign("equals"), sign(open), ...joined(inside), sign("stack-close")],
  });
  const position = terms("vector", of, { from: 1, to: 2 });
  const many = letters.length > 3;
  return [
    stack("stack-item", "stack-open", letters.slice(0, 2), terms("vector", of, { to: 2 })),
    stack("stack-attribute", "stack-open-attribute", letters.slice(1), [
      ...terms(many ? "weighed-vector" : "vector", of, { from: 2 }),
      ...position,
    ]),
    { name: "output", pieces: [all("state", of), sign("equals"), all("joined", of, { shape: of.below.vector })] },
  ];
}

function pretraining(of: Of): Equation[] {
  const two: Of = { ...of, letters: of.letters.slice(0, 2) };
  const before = joined(terms("vector", of, { from: 2 }), "comma");
  return [
    {
      name: "inner",
      pieces: [
        { math: mathOf("pretraining"), of: of.letters.slice(2) },
        sign("equals"),
        sign("pretraining-open"),
        ...before,
        sign("close"),
      ],
    },
    { name: "join", pieces: mixture(two, joined(terms("vector", two)), true) },
    ...oneTable(two, all("values-mixture", two, { shape: of.below.values })),
  ];
}

export function equationsOf(plan: FusedPlan, joining: Joining, of: Of): Equation[] {
  switch (plan) {
    case "decoupled":
      return decoupled(joining, of);
    case "input":
      return early(joining, of);
    case "attention":
      return insideAttention(joining, of);
    case "stacks":
      return stacks(of);
    case "pretraining":
      return pretraining(of);
  }
}

/** What the loss tells the vectors of each source, where it can be written in a line; null elsewhere. */
export function gradientOf(plan: FusedPlan, joining: Joining, letters: readonly string[]): Piece[] | null {
  const told = (name: string, from = 0, to = letters.length): Piece[] =>
    letters.slice(from, to).map((letter) => ({ math: mathOf(name, letter), of: [letter] }));
  if (plan === "input" && joining === "add")
    return [...joined(told("gradient"), "equals"), sign("equals"), sign("gradient-same")];
  if (plan === "input" && joining === "concat") {
    const mapped = [letters[0], ...letters.slice(2)].flatMap((letter) => letter ?? []);
    const each = mapped.flatMap((letter, index): Piece[] => [
      ...(index > 0 ? [sign("comma")] : []),
      { math: mathOf("gradient", letter), of: [letter] },
      sign("equals"),
      { math: mathOf("gradient-mapped", letter), of: [letter] },
    ]);
    return [...each, sign("comma"), ...told("gradient", 1, 2), sign("equals"), sign("gradient-same")];
  }
  if (plan === "decoupled" && joining === "sum") {
    // The item has the paths of values and residual besides.
    return [
      { math: mathOf("gradient", "s"), of: letters.slice(1) },
      sign("equals"),
      { math: mathOf("gradient-own", "s"), of: letters.slice(1) },
    ];
  }
  return null;
}
