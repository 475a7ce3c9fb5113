import { plural } from "./plural";
/** Which click: what becomes of an item without each of them, what its sources do, and what would have changed the answer. */
export const cause = {
  lede: "[[leave-one-out|Take one click out]] at a time and ask the model again. What falls, leaned on it.",
  empty: "Click an item, then another: the panel takes them out one at a time and says what falls.",
  waiting: "The model is being asked without each click.",

  /** Which item is explained. */
  candidate: "For",
  candidateOption: (rank: string, name: string, percent: string) => `${rank}. ${name}, ${percent}`,
  /** One that is no candidate, or further down than the list is read. */
  candidateOther: (rank: string, name: string) => (rank === "" ? name : `${rank}. ${name}`),

  falls: (_click: string, _item: string) =>
    "Without {click}, {item} falls from {from} to {to}, from rank {rank} to {place}.",
  fallsStays: (_click: string, _item: string) =>
    "Without {click}, {item} falls from {from} to {to} and stays at rank {place}.",
  rises: (_click: string, _item: string) =>
    "Without {click}, {item} rises from {from} to {to}, from rank {rank} to {place}.",
  risesStays: (_click: string, _item: string) =>
    "Without {click}, {item} rises from {from} to {to} and stays at rank {place}.",
  still: (_item: string) => "No single click moves {item} by 0.1 points or a rank.",

  title: (item: string) => `Which click does ${item} lean on?`,
  without: "Without",
  probability: (most: string) => `[[probability|Probability]] 0 to ${most}`,
  probabilityColumn: "Probability",
  rank: "Rank",
  logit: "Logit",
  product: "[[gradient-times-input|Gradient × input]]",
  rawProduct: "At the raw look-up",
  all: "All clicks",
  takeOut: (name: string) => `Take ${name} out`,
  /** Read out for a row. */
  rowHint: "Enter takes it out",
  line: (clicks: string, percent: string) =>
    `Line: with ${clicks === "2" ? "both" : `all ${clicks}`} clicks, ${percent}. Dot: without this one; the clicks after it move up one place, and that counts too.`,
  agree: {
    same: (of: string) => `Both measures name the same ${of} clicks, in the same order.`,
    order: (of: string) => `Both measures name the same ${of} clicks, in another order.`,
    some: (shared: string, of: string) => `The two measures share ${shared} of the ${of} clicks they name first.`,
    none: "The two measures name different clicks.",
    sameOne: "Both measures name the same click.",
  },
  small: "Gradient × input holds for small changes only; taking a click out is not small.",
  notCause:
    "Neither is the cause, and the rows do not add up: each click is taken out of a session that keeps all others.",
  rawZero:
    "Gradient × input is taken at the normalised input. At the raw look-up it is 0 for every click, however the model was trained: LayerNorm follows at once and does not see how long the vector is.",
  rawSome: "Gradient × input is taken at the normalised input; the table has the raw look-up of the item as well.",
  rawOnly: "This model does not normalise its input: gradient × input is taken at the raw look-up.",
  one: "Two clicks are needed: without its only click there is no session left to ask about.",
  undo: "Undo brings the session back.",

  sources: {
    title: "What if a source counts less, or more?",
    where: "Scale",
    everywhere: "Everywhere",
    layer: (layer: string) => `Layer ${layer}`,
    source: "Source",
    factor: "Its scores ×",
    slider: (source: string, where: string) => `${source}, ${where}: its scores times`,
    change: (most: string) => `[[probability|Probability]] 0 to ${most}`,
    off: "Off",
    half: "Halved",
    offRank: "Rank off",
    halfRank: "Rank halved",
    andRank: (what: string) => `${what} · rank`,
    now: "As now",
    key: (percent: string) => `Line: as now, ${percent}. Filled mark: the source off. Hollow: its scores halved.`,
    falls: (_source: string, _item: string) =>
      "Without {source}, {item} falls from {from} to {to}, from rank {rank} to {place}.",
    fallsStays: (_source: string, _item: string) =>
      "Without {source}, {item} falls from {from} to {to} and stays at rank {place}.",
    rises: (_source: string, _item: string) =>
      "Without {source}, {item} rises from {from} to {to}, from rank {rank} to {place}.",
    risesStays: (_source: string, _item: string) =>
      "Without {source}, {item} rises from {from} to {to} and stays at rank {place}.",
    still: (_item: string) => "No source, switched off, moves {item} by 0.1 points or a rank.",
    allOff: "All sources are off: there is none left to switch off.",
    note: "An [[ablation]] in every [[layer]] without retraining, not a share: the rows do not add up. The sliders do it for real: list and maps follow.",
    one: "With one click every [[attention-weight|attention weight]] is 1, whatever the [[score|scores]]: a source switched off or scaled changes nothing here, exactly.",
    same: "Every click is the same item, and attention over equal values gives that value, whatever the [[score|scores]]: a source switched off or scaled changes nothing here, exactly.",
    /** Why a model has no source that could be switched off, by what it compares. */
    joint: {
      nothing_compared:
        "This model has no attention: it compares no clicks, so there is no score of any source to switch off or to scale. DIF-SR has one for each.",
      item_and_position:
        "This model adds item and position before it compares them, so there is no score of one source to switch off or to scale. DIF-SR keeps them apart.",
      stacks:
        "This model compares items in one stack and attributes in another, each mixed with its position, so there is no score of one source to switch off or to scale. DIF-SR keeps them apart.",
      mixed:
        "This model mixes its sources before it compares anything, so there is no score of one source to switch off or to scale. DIF-SR keeps them apart.",
    },
  },

  changes: {
    title: "What would have changed it?",
    goal: "Make it",
    goals: {
      leave: { 1: "lose first place", 3: "leave the top three", 10: "leave the top ten" },
      enter: { 1: "come first", 3: "enter the top three", 10: "enter the top ten" },
    },
    /** The end of a sentence about {item}. */
    done: {
      leave: { 1: "loses first place", 3: "leaves the top three", 10: "leaves the top ten" },
      enter: { 1: "comes first", 3: "enters the top three", 10: "enters the top ten" },
    },
    there: {
      leave: (place: string) => `{item} is at rank ${place}: there is nothing to leave.`,
      enter: (place: string) => `{item} is there already, at rank ${place}.`,
    },
    removed: {
      leave: (_clicks: string, _item: string) => "Without {clicks}, {item} falls from {rank} to {place}.",
      enter: (_clicks: string, _item: string) => "Without {clicks}, {item} rises from {rank} to {place}.",
    },
    alone: (alone: string, of: string) =>
      alone === "1"
        ? `The only one of the ${plural(of, "click")} that does it alone.`
        : `${alone} of the ${of} clicks do it alone; this one moves it furthest.`,
    two: (pairs: string) => `No click does it alone; of ${pairs} pairs this one goes furthest.`,
    pairsWaiting: "No click does it alone. Pairs are being tried.",
    removedNone: (_clicks: string) =>
      "Taking out one click or two is not enough. The closest: without {clicks}, rank {place}.",
    removedNoneAlone: (_clicks: string) =>
      "Taking out one click is not enough. The closest: without {clicks}, rank {place}.",
    manyPairs: (most: string) => `Pairs are tried in sessions of up to ${plural(most, "click")}.`,
    noRemovals: "The only click cannot be taken out; it can be replaced.",

    search: (swaps: string) => `Try all ${swaps} swaps`,
    tried: (tried: string, all: string) => `${tried} of ${all} swaps tried`,
    progress: "Swaps tried",
    stop: "Stop",
    stopped: (tried: string, all: string) => `Stopped after ${tried} of ${all} swaps.`,
    swap: (_click: string, _by: string, _item: string, done: string) => `Replace {click} by {by} and {item} ${done}.`,
    ranks: "rank {rank} → {place}",
    found: (hits: string, all: string, time: string) => `${hits} of ${all} single swaps do it, found in ${time}.`,
    triedAll: (all: string, time: string) => `All ${all} single swaps tried in ${time}.`,
    foundSoFar: (hits: string, tried: string) => `${hits} of the ${tried} swaps tried do it.`,
    swapNone: (_click: string, _by: string) =>
      "No single swap does it. The closest: {by} in place of {click}, rank {place}.",
    swapNoneYet: "None so far.",
    tryIt: "Try it",
    another: "Another",
  },
};
