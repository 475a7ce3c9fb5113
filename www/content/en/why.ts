export const why = {
  lede: "Each [[source]] scores every earlier item on its own. The scores are added, then one [[softmax]] turns them into [[attention-weight|attention weights]].",
  /** The lede for fusions that do more than add. */
  ledeMixed:
    "Each [[source]] scores every earlier item on its own. The scores are fused, then one [[softmax]] turns them into [[attention-weight|attention weights]].",
  ledeSingle: "One map for everything: this model adds [[position]] to the item first and keeps no [[source]] apart.",
  /** Models with a single map that have more to say, by kind. */
  ledes: {
    sasrecf: "One map for everything: the [[attribute|attributes]] join the item at the input, before any attention.",
    icai: "One map for everything: each item first takes in its [[attribute|attributes]], then the sequence model sees the mixture.",
    nova: "One map for everything: all [[source|sources]] are fused before [[query-key-value|queries and keys]]. The values stay the item’s own.",
    fdsa: "Two stacks that never see each other: one over the items, one over their [[attribute|attributes]]. They meet at the output.",
    s3rec: "One map of items and positions: [[attribute|attributes]] were used in [[pre-training]] only.",
    bert4rec: "One map of items and positions, and it looks both ways: the model learned to fill gaps.",
  } as Record<string, string>,
  /** Models without attention, by kind: why there is nothing to draw. */
  noAttention: {
    gru4rec:
      "GRU4Rec has no attention: it reads the session item by item and keeps one running summary, so no map says which item it looked at.",
    gru4recf:
      "GRU4RecF has no attention: two recurrent networks, one over items and one over attributes, keep running summaries, so no map says which item it looked at.",
    caser:
      "Caser has no attention: it slides filters over the session as over a picture, so no map says which item it looked at.",
  } as Record<string, string>,
  noAttentionHere: "This model has no attention, so no map says which item it looked at.",
  empty: "Click an item and this panel shows what the model looks at. Two are enough.",
  one: "One item can only look at itself: its attention weight is 1. Add a second one and the sources have something to say.",
  untrained: "No model has been trained on this data yet. Train one and its maps appear here.",

  layer: "[[layer|Layer]]",
  head: "[[head|Head]]",
  mean: "Mean",
  meanNote: "Mean of the heads: the softmax of each head first, then the mean.",
  scale: "Colour scale",
  scaleShared: "Shared",
  scaleOwn: "Own",
  fused: "[[fused|Fused]] map",
  fusedWeights: "After softmax",
  fusedScores: "Before softmax",
  fusedWeightsTitle: "Fused, after softmax",
  fusedScoresTitle: "Fused, before softmax",

  /** Below the map of a source: the question it answers. Attributes by the name the data gives them. */
  asks: {
    item: "which item",
    position: "how long ago",
    single: { item: "which item, how long ago", all: "all at once", attribute: "which values, how long ago" },
    attributes: {
      category: "what kind",
      categories: "what kind",
      department: "which department",
      type: "what kind",
      brand: "who made it",
      price: "at what price",
      "price band": "at what price",
      price_band: "at what price",
      genre: "which genre",
      class: "which genre",
      release_year: "from when",
    } as Record<string, string>,
  },
  single: { item: "Item and position", all: "All sources", attribute: "Attributes and position" },
  stacks: {
    item: (layer: number) => `items, layer ${layer}`,
    attribute: (layer: number) => `attributes, layer ${layer}`,
  },

  legendScore: "score",
  legendWeight: "attention weight",
  legendOwn: "Each source on its own scale, written below its map.",
  axes: "Row: the item that looks. Column: the item it looks at. Blank: the future, [[mask|masked]].",
  axesBoth:
    "Row: the item that looks. Column: the item it looks at. Nothing is [[mask|masked]]: every position sees every position.",
  maskNote:
    "[[mask-token|[MASK]]] is a position this model adds for the item to come; the list is read from this last row.",
  mapLabel: (name: string) => `${name}: scores. Arrow keys move the focus in all maps, Enter pins it, Escape frees it.`,
  fusedLabel: (after: boolean) =>
    `Fused ${after ? "attention weights, after softmax" : "scores, before softmax"}. Arrow keys move the focus in all maps, Enter pins it, Escape frees it.`,
  cellLabel: (looks: string, at: string, value: string) => `${looks} looks at ${at}: ${value}`,
  sumOf: (sources: number) => (sources === 1 ? "Score" : `Sum of the ${sources === 5 ? "five" : sources} sources`),
  sumFused: "Fused score",
  weightAfter: "attention weight after softmax",

  /** In place of a number. */
  off: "off",
};
