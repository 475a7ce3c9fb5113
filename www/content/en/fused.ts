import { plural } from "./plural";
export const fused = {
  lede: "The same [[source|sources]], joined at three different heights. Look for the hexagon.",
  way: "Way",
  system: "System",
  ways: { early: "Early", decoupled: "Decoupled", late: "Late" },
  /** Below the title of a diagram. */
  onScreen: "answers now",
  shapesOnly: "shapes only",
  layers: (n: number) => `${n} ${n === 1 ? "layer" : "layers"}`,
  heads: (n: number) => `${n} ${n === 1 ? "head" : "heads"}`,
  clicks: (n: number) => `${n} ${n === 1 ? "click" : "clicks"}`,
  /** Beside the hexagon: what happens in it. */
  joins: {
    vectors: {
      add: "add the vectors",
      sum: "add the vectors",
      concat: "concat, one linear map",
      gate: "gate, then add",
      aggregate: "items take in their values",
      stacks: "join what the two stacks found",
      none: "only something to predict in pre-training",
    },
    scores: {
      sum: "add the scores",
      concat: "concat, one linear map",
      gate: "gate, then add",
    },
  },
  valuesItem: "values: item only",
  valuesMixture: "values: the mixture",
  diagram: {
    output: "Output",
    attention: "Attention",
    input: "Input",
    next: "Next item",
    width: "width",
    oneMap: "one map for everything",
    softmax: "softmax",
    scoresPath: "scores: what is compared",
    valuesPath: "values: what is passed on",
    reading:
      "Maps: one layer and head; the score maps of one diagram share one colour scale. Beside each map: its number at the focus cell.",
  },
  title: "Where is it fused?",
  keyLabel: "Lines of the diagrams",
  pickSource: (source: string) => `${source}: light its path, its term and its map`,
  sourcesOf: (diagram: string) =>
    `Sources of ${diagram}. Arrow keys light a source, Enter keeps it lit, Escape lets go.`,
  pinned: (source: string) => `${source} stays lit.`,
  free: "Light all",

  empty: "Click an item: the diagrams stay, and their numbers appear.",
  noAttributes: "This data has no attributes: early and late fusion have nothing to fuse.",
  coming: (name: string) => `${name} is on its way.`,
  noModel: (name: string) => `No ${name} has been trained on this data. The shapes are those of its default settings.`,
  train: (name: string) => `Train ${name}`,
  indexFailed: (why: string) => `The list of ready models did not arrive: ${why}`,
  failed: (name: string, why: string) => `${name} does not answer: ${why}`,
  fusesNothing: (name: string) => `The model that answers, ${name}, belongs to none of the three ways drawn here.`,
  letAnswer: (name: string) => `Let ${name} answer`,
  toSide: "Lists, maps and their difference, side by side",
  toRank: "What this does to the rank",
  toGradients: "The same as arrows",

  /** One sentence of the chosen diagram, from the numbers in it. */
  reading: {
    decoupled:
      "{row} looks at {column}: {parts}, together {sum}; one [[softmax]] makes it the attention weight {weight}. What is passed on is the item alone, {width} numbers a click.",
    mixed:
      "{row} looks at {column}: after the fusion, {parts}, together {sum}; one [[softmax]] makes it the attention weight {weight}. What is passed on is the item alone, {width} numbers a click.",
    input:
      "{row} looks at {column}: all {sources} sources are one vector of {width} numbers before anything is compared, so the score {sum} and the attention weight {weight} belong to no source alone.",
    attention:
      "{row} looks at {column}: all {sources} sources make one query and one key, so the score {sum} and the attention weight {weight} belong to no source alone; what is passed on is the item’s own.",
    stacks:
      "{row} looks at {column}: the item stack gives it the attention weight {weight}, the attribute stack {second}. Neither sees the other before the output joins {twice} numbers into {width}.",
    pretraining:
      "{row} looks at {column} with the attention weight {weight}: item and position in one map. When it answers, S3-Rec is SASRec; its attributes shaped its parameters in [[pre-training]] and are not read now.",
    one: "One click can only look at itself, with attention weight 1: no source can steer anything yet. Add a second one.",
    none: "Where the focus is, this model has no cell: it keeps fewer clicks.",
  },
  /** How wide what a head compares is. */
  comparesOne: "A head compares {widths} numbers, in one product for all sources.",
  comparesStacks: "A head of each stack compares {widths} numbers, in one product of its own.",
  comparesTwo: "A head compares {widths} numbers, in one product for item and position.",
  comparesMany: "A head compares {widths} numbers, in {products} products, one a source.",
  icai: "By our definition: only the abstract of ICAI-SR was readable.",
  nova: "By our definition on a causal backbone: NOVA has no public code.",
  s3rec: "Often listed as late fusion. Its attributes are used in pre-training only.",
  fdsa: "Two stacks: one over items, one over attributes. Position enters both.",
  settings: (layer: string, head: string) =>
    `Numbers: layer ${layer}, ${head}, the cell of the focus. Click an item of your session to move it.`,
  head: (head: string) => `head ${head}`,
  meanHead: "mean of heads",

  formulas: "The equations, with today’s numbers",
  equations: {
    join: "Fusion",
    inner: "with",
    scale: "Scores",
    pass: "Output of a head",
    output: "Output",
  },
  gradients: "What one training step tells each source",
  gradientNotes: {
    add: "G is one message: every source hears exactly the same.",
    concat: "Fixed linear images of one message G.",
    sum: "Only T, the pull on the shared score, is common. Each source turns it with its own keys and queries; the item also hears through its values.",
  },
  numbersNote: (width: string, root: string) =>
    `Parts are written as they go into the softmax: divided by √${width} = ${root}.`,
  symbols:
    "E: looked-up vectors, a row a click. X, R: what a layer reads. Q, K: queries and keys of a head. LN: layer normalisation. T: a stack of layers. M: the mask. G, A, a: learned shares. W, F, w, b: learned.",
  costs: "Costs",
  costsStep: (ms: string) => `${ms} ms a training step`,
  costsAnswer: (ms: string) => `${ms} ms an answer here`,
  caution: "[[attention|Attention]] shows where a model looks, not why it decides.",

  fusions: "Sum, concat, gate: on paper and in the released code",
  fusionsNote:
    "Each of m sources brings a table of scores S; L is the number of positions, used or not. F, W, w and b are learned.",
  paper: "Paper and slides",
  code: "Released code",
  differs: "What differs",
  names: { sum: "Sum", concat: "Concat", gate: "Gate" },
  differences: {
    sum: "Nothing.",
    concat:
      "One map for rows of length L, with a bias, shared by heads: L is fixed at training time, and empty positions take part.",
    gate: "Two layers with ReLU instead of one, and a softmax over sources instead of a sigmoid: one gate a head, query row and source. A gate scales scores; it says nothing about how much a source matters.",
  },
  maskNote:
    "The slides draw the mask in every branch. The code masks once, after the fusion: for the sum this is the same; concat and gate read later and empty positions. Here they do as the code does.",
  adds: "Adds a layer",
  addsNow: (n: string) => plural(n, "parameter"),
  gatesNow: "[[gate|Gates]] of this row now:",

  cost: "What each costs",
  costNote: (date: string) =>
    `Training step: median of one batch on the CPU, timed natively when the ready models were made (${date}).`,
  costHere: (rounds: number, clicks: number) =>
    `Answer: median of ${rounds} answers to a session of ${clicks} ${clicks === 1 ? "click" : "clicks"} on this machine, whiskers from the fastest quarter to the slowest.`,
  costEmpty: "Answer: not measured yet.",
  measure: "Measure here",
  again: "Measure again",
  stop: "Stop",
  measuring: (done: number, of: number, name: string) => `${done} of ${of}: ${name}`,
  measureFailed: (why: string) => `The measurement stopped: ${why}`,
  noModels: "No model of these systems has been trained on this data.",
  needsSession: "Click an item first: its session is what is answered.",
  columns: {
    system: "System",
    way: "Way",
    parameters: "Parameters",
    step: "Training step, ms",
    answer: "Answer here, ms",
    least: "fastest quarter",
    most: "slowest quarter",
  },
  costReading: (slow: string, times: string, fast: string) =>
    `Here ${slow} takes ${times} times as long to answer as ${fast}. Times under a millisecond apart may change from one measurement to the next.`,

  table: {
    caption: "Tensors of the diagrams",
    diagram: "Diagram",
    tensor: "Tensor",
    shape: "Shape",
    scoreHere: "Score at the focus cell",
    weightHere: "Attention weight there",
    vector: (source: string) => `${source}: vectors`,
    queries: (source: string) => `${source}: queries, keys of a head`,
    score: (source: string) => `${source}: scores of a head`,
    fusedScore: "fused scores of a head",
    weight: "attention weights of a head",
    second: "attribute stack: attention weights of a head",
    values: "values of a head",
  },
};
