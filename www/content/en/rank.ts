import { plural } from "./plural";
export const rank = {
  lede: "How many [[rank|independent patterns]] fit into one [[head|head’s]] [[score]] map? Mixing the sources first caps it at the width of the head.",

  model: "Model",
  trained: "Trained",
  random: "Random",
  clicks: "Clicks",
  from: {
    own: (n: string) => `Your session (${n})`,
    long: "A long test session",
    longOf: (n: string) => `A long test session (${n})`,
    different: (n: string) => (n === "1" ? "1 click" : `${n} different clicks`),
  },
  first: "Counted",
  second: "Beside",
  onScreen: (name: string) => `${name}, on screen`,
  nothing: "nothing else",
  layer: "[[layer|Layer]]",
  head: "[[head|Head]]",
  early: "Early fusion",
  decoupled: "Decoupled fusion",
  earlyShort: "Early",
  decoupledShort: "Decoupled",
  effective: (value: string) => `[[effective-rank|effective]] ${value}`,
  of: (n: string) => `of ${n}`,

  title: "[[singular-values|Singular values]] of one head’s scores",
  sub: "Before mask and softmax, each as a share of its table’s largest",
  spectrumLabel: (said: string) => `Singular values on a logarithmic scale, largest first. ${said}`,
  ratio: "σ / σ₁",
  noise: "rounding noise, not counted",
  noiseShort: "noise",
  axis: "singular value, largest first",
  bothFull: "Both fill all clicks",
  bothFullPlaces: "Both fill all places",
  stops: (rank: string) => `stops at ${rank}`,
  stopsWidth: (rank: string) => `stops at the head’s width, ${rank}`,
  fills: (slots: string) => `fills all ${slots}`,
  /** Rows of a table; one of them may be the place for the item to come, which is no click. */
  slots: { clicks: (n: string) => plural(n, "click"), places: (n: string) => `${n} places` },
  eachSource: "Each source’s own",
  place: "Place",

  adds: {
    title: "What each source adds",
    source: "Source",
    width: "Width of its product",
    own: "Alone",
    adds: "Adds",
    all: "All sources",
    one: "One product for all",
    used: (used: string, width: string) => `${used} of ${width} used`,
    full: (slots: string) => `all ${slots} filled`,
    values: (different: string) => `only ${different} ${different === "1" ? "value" : "values"} here`,
    items: (different: string) => `only ${different} different ${different === "1" ? "item" : "items"}`,
    withMask: ", with [MASK]",
    shared: (lost: string) => `${lost} shared with the rows above`,
    gate: (lost: string) => `${lost} shared, or behind a gate`,
    hidden: "Gates make some sources so faint that others hide them: what each adds cannot be counted one by one.",
    firstHead: "Counted source by source in head 1.",
    ofSlots: (slots: string) => `of ${slots}`,
    bound: "At most",
    exact: (generic: string) => `Exact for almost all parameters: ${generic}.`,
    numbers: "Every bound and count",
    columns: {
      table: "Table",
      width: "Width",
      different: "Different inputs",
      bound: "At most",
      generic: "Exact",
      rank: "Counted",
      effective: "Effective",
    },
    numbersNote:
      "At most: the smallest of clicks, width and different inputs, added up for the sum. Exact: the rank that almost all parameters have. Counted: values above 16 n 2⁻⁵² of the largest. Effective: the exponential of the entropy of the values’ shares.",
  },

  reading: {
    both: (slots: string) => `Both fill all ${slots}: a table of ${slots} holds no more patterns than that.`,
    bothWhy: (width: string) => `The cap binds only where clicks outnumber the width of a head, here ${width}.`,
    full: (name: string, slots: string) => `${name} fills all ${slots}.`,
    width: (name: string, rank: string) => `${name} stops at ${rank}, the width of a head.`,
    widths: (name: string, rank: string, sum: string) =>
      `${name} reaches ${rank}, the widths of its products added up: ${sum}.`,
    bias: (name: string, rank: string, sum: string) =>
      `${name} reaches ${rank}, the widths of its products and 1 for the bias of concat added up: ${sum} + 1.`,
    values: (name: string, rank: string, source: string, different: string) =>
      `${name} reaches ${rank}. ${source} takes ${different} ${different === "1" ? "value" : "values"} in this session, so it adds at most ${different}.`,
    valuesOfSeveral: (name: string, rank: string, list: string) =>
      `${name} reaches ${rank}. Too few values in this session bind it: ${list}.`,
    valuesOf: (source: string, different: string) => `${source} takes ${different}`,
    withMask: "[MASK] counts among them.",
    common: "What two such sources have in common counts once.",
    items: (name: string, rank: string, different: string) =>
      different === "1"
        ? `${name} reaches ${rank}. One item is clicked again and again, so item and attributes together add 1.`
        : `${name} reaches ${rank}. The clicks are of ${different} different items, so item and attributes together add at most ${different}.`,
    shared: (name: string, rank: string, bound: string) =>
      `${name} reaches ${rank} of at most ${bound}: its sources overlap, and what they share counts once.`,
    gate: (name: string, rank: string, bound: string) =>
      `${name} reaches ${rank} of at most ${bound}: its gates are almost 0 for some sources, row by row, and what is that faint adds nothing.`,
    noise: (name: string, rank: string, generic: string) =>
      `${name} counts ${rank} where ${generic} is exact: its weakest patterns are lost in rounding.`,
  },
  caution:
    "More rank is room for more patterns. That this room makes better recommendations is not shown here: in our first, untuned runs decoupled fusion led where nothing was capped, and heads of width 2 cost it most.",
  position:
    "Position has a product of its own, as in the authors’ code; the formula of the paper leaves it out. Values carry the item alone: attributes steer where a model looks, not what is passed on.",

  sliders: {
    title: "The random model",
    clicks: "Session length",
    width: "Width of a head",
    attribute: "Width of an attribute’s head",
    heads: "Heads",
    said: (width: string) => `heads of width ${width}`,
    saidAttribute: (width: string) => `heads of attributes of width ${width}`,
    size: (heads: string, width: string, size: string) =>
      `Width of the model: ${heads} × ${width} = ${size}. More heads make it wider; the rank of one head stays.`,
    draw: "Draw other parameters",
    drawNote: "Other values, the same ranks.",
    reset: "Reset",
    counts: "Of these clicks it takes how many different items and values there are, not which of them go together.",
  },

  showLong: "Take a long test session",
  showOwn: "Back to your session",
  longSearching: "Looking for a long test session.",
  narrow: "Show the models with narrow heads",
  narrowName: (name: string) => `${name} with narrow heads`,
  narrowShort: (name: string) => `${name}, narrow`,
  narrowShow: "Models with narrow heads show it.",
  randomShow: "Random parameters show it at once.",
  wide: "Back to the models on screen",
  hardly: (width: string, n: string) =>
    `These models hardly show the bottleneck: ${n} clicks against heads of width ${width}.`,
  showRandom: "Try random parameters",
  noSession: "Click an item: the tables of your session are counted here. Or take a session that is there already.",
  masked: (name: string, clicks: number, n: string) =>
    `${name} reads ${clicks} ${clicks === 1 ? "click" : "clicks"} and adds a place for the item to come, [MASK]: its table has ${n} rows.`,
  one: "One click makes tables of one number: rank 1, whatever the model. Add more, or take a long test session.",
  noModel: "No model has been trained on this data yet. Random parameters need none.",
  noAttention: (name: string) => `${name} has no attention, so it has no table of scores to count.`,
  modelMissing: (name: string, why: string) => `${name} is not here: ${why}`,
  waiting: "The engine counts.",
  failed: (why: string) => `The ranks are not here: ${why}`,
  besideFailed: (name: string, why: string) => `${name} is not counted: ${why}`,

  cost: {
    title: "What narrow heads cost",
    caption: "NDCG@10 on the test part",
    system: "System",
    usual: "Usual heads",
    narrow: (heads: string, width: string) => `${heads} heads of ${width}`,
    verdict: "Narrow beside usual",
    standing: { above: "higher", below: "lower", same: "cannot be told apart" },
    error: (value: string, error: string) => `${value} ± ${error}`,
    below: (list: string) => `With narrow heads the NDCG@10 of ${list} is lower.`,
    above: (list: string) => `With narrow heads the NDCG@10 of ${list} is higher.`,
    same: (list: string, some: boolean) =>
      some
        ? `For ${list} the two cannot be told apart.`
        : `With narrow and with usual heads the NDCG@10 of ${list} cannot be told apart.`,
    lead: (first: string, second: string, usual: string, narrow: string) =>
      `${first} is ahead of ${second} by ${usual} with usual heads and by ${narrow} with narrow ones.`,
    leadSame:
      "The two leads cannot be told apart: narrow heads leave it far more rank than the other, and its lead is not shown to be larger.",
    leadAbove: "With narrow heads the lead is larger; one pair of runs does not show that rank is why.",
    leadBelow: "With narrow heads the lead is smaller, although the gap in rank is wider.",
    note: (sessions: string, epochs: string, errors: string) =>
      `Ranked among all items, already clicked items included; ± one standard error over ${sessions} test sessions. The same settings, parameters and seed but for the heads, not tuned for them, at most ${epochs} epochs. “Cannot be told apart”: intervals of ${errors} errors either way overlap. What another seed would change is not in them.`,
  },

  after: {
    summary: "And after the softmax?",
    text: "Nothing can be seen there. After mask and softmax a map is lower triangular: nothing above the diagonal, and every entry on it is positive. Such a table has full rank in exact arithmetic, in every model. That is why the scores are counted before.",
    counted: (list: string, n: string) => `Counted here after the softmax: ${list}, of ${n}.`,
    sharp: "Where fewer are counted, attention weights are so small that they are lost in rounding.",
    one: (name: string, rank: string) => `${name} ${rank}`,
    title: "Singular values after mask and softmax",
  },

  paper: {
    title: "The paper’s figure",
    stamp: "The paper’s numbers",
    paper: "32 in SASRecF and NOVA, 48 in DIF-SR",
    ours: (list: string, slots: string) => `${list}, of ${slots}`,
    oursLabel: "Counted here",
    text: "What is known of it: 32 is 256 / 8, the width of one head, so it is the whole 50 × 50 table of unmasked scores, empty places included. 48 fits a mean over four layers, about 40 in the first and 50 in the others; no script was published, so that is a conjecture. The runs behind the paper’s results read 7 or 10 clicks with heads of width 64 and 128: nothing in them was capped.",
  },

  training: {
    title: "While a model learns",
    text: "Train a model and come back: what its effective rank does along the way is drawn here, for the clicks counted above.",
    go: "Train a model",
    rank: "Effective rank",
    loss: "Training loss",
    sub: (layer: string, head: string, n: string) => `Layer ${layer}, head ${head}, ${plural(n, "click")}`,
    lossSub: "Total, mean since the point before",
    epoch: "epoch",
    counting: (done: string, all: string) => `${done} of ${plural(all, "model")} counted.`,
    run: (number: string) => `run ${number}`,
    named: (name: string, number: string) => `${name}, run ${number}`,
    reading: (name: string, from: string, to: string) =>
      from === to
        ? `${name}: the effective rank stays at ${to} while it learns.`
        : `${name}: the effective rank goes from ${from} to ${to} while it learns.`,
    chart: (name: string) => `${name} by epoch. Arrow keys move the read-out.`,
    trainedOnly: "Choose trained models above to count a run.",
  },
};
