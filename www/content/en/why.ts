export const why = {
  lede: "Each [[source]] scores every earlier item on its own. The scores are added, then one [[softmax]] turns them into [[attention-weight|attention weights]].",
  empty: "Click an item and this panel shows what the model looks at. Two are enough.",
  untrained: "No model has been trained on this data yet. Train one and its maps appear here.",

  layer: "[[layer|Layer]]",
  head: "[[head|Head]]",
  mean: "Mean",
  scale: "Colour scale",
  scaleShared: "Shared",
  scaleOwn: "Own",
  form: "View",
  forms: { maps: "Maps", fused: "Fused", lines: "Lines", all: "All heads" },
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
  sumOf: (sources: number) => (sources === 1 ? "Score" : `Sum of the ${sources === 5 ? "five" : sources} sources`),
  sumFused: "Fused score",
  weightAfter: "attention weight after softmax",

  /** In place of a number. */
  off: "off",
};
