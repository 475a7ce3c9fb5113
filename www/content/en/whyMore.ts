/** What the panel says of other models than the first one, what lies over its maps, and its other forms. */
export const whyMore = {
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
  one: "One item can only look at itself: its attention weight is 1. Add a second one and the sources have something to say.",
  meanNote: "Mean of the heads: the softmax of each head first, then the mean.",
  maskNote:
    "[[mask-token|[MASK]]] is a position this model adds for the item to come; the list is read from this last row.",
  mapLabel: (name: string) => `${name}: scores. Arrow keys move the focus in all maps, Enter pins it, Escape frees it.`,
  fusedLabel: (after: boolean) =>
    `Fused ${after ? "attention weights, after softmax" : "scores, before softmax"}. Arrow keys move the focus in all maps, Enter pins it, Escape frees it.`,
  cellLabel: (looks: string, at: string, value: string) => `${looks} looks at ${at}: ${value}`,
  padNote: (free: string, of: string) =>
    `Faint: the ${free} free ${free === "1" ? "position" : "positions"} of the ${of} this model reads. This fusion takes whole rows, so they take part in every score above.`,

  /** Lines between the clicks. */
  linesOf: "Lines of",
  looks: "Looks",
  lookedAt: "Looked at",
  linesLabel: (name: string) =>
    `${name}: lines from the click that looks to the clicks it looks at. Up and down arrows move, left and right change the side. Enter pins, once more shows this click alone, a third time or Escape frees it.`,
  linesHow:
    "Left: the click that looks. Right: what it looks at. Thick and dark: much. Press a click to pin it, again to see it alone.",
  linesHowSigned:
    "Left: the click that looks. Right: what it looks at. Thick and dark: far from zero; dashed: below zero. Press a click to pin it, again to see it alone.",
  linesNewest: (drawn: number, all: number) => `Drawn: the newest ${drawn} of ${all} positions.`,
  alone: "Alone",
  linesWeight: (looks: string, value: string, at: string, others: number, rest: string) =>
    others === 0
      ? `${looks} can look only at itself: its attention weight is 1.`
      : `${looks} gives ${value} of its attention weight to ${at}; the other ${others === 1 ? "click gets" : `${others} clicks share`} ${rest}.`,
  linesScore: (source: string, looks: string, high: string, most: string, low: string, least: string) =>
    `For ${looks}, ${source} scores ${high} highest (${most}) and ${low} lowest (${least}).`,
  itself: "itself",

  /** Every layer and head at a glance. */
  allLabel: "All layers, heads and sources. Arrow keys move, Enter opens that layer and head as large maps.",
  allCell: (layer: string, head: string, name: string, low: string, high: string) =>
    `Layer ${layer}, head ${head}, ${name}: from ${low} to ${high}`,
  allHow:
    "One row a head, one column a source; each column on one colour scale over all heads. Press a map to open its layer and head.",
  allHowShared:
    "One row a head, one column a source; all sources on one colour scale. Press a map to open its layer and head.",
  allLayer: (layer: string) => `Layer ${layer}`,
  allHead: (head: string) => `Head ${head}`,
  allOpened: (layer: string, head: string) => `Layer ${layer}, head ${head} as large maps`,
  allReading: (looks: string, sharp: string, most: string, at: string, flat: string, least: string) =>
    `Sharpest for ${looks}: ${sharp}, with ${most} of its attention weight on ${at}. Flattest: ${flat}, at most ${least} on one click.`,
  allAlike: (looks: string, most: string) =>
    `No head is sharper than another: for ${looks} the largest attention weight is ${most} in each of them.`,
  allOne: (looks: string, only: string, most: string, at: string) =>
    `${only} is the only attention here: ${looks} puts ${most} of its attention weight on ${at}.`,
  /** "layer 2, head 1" in a sentence. */
  allPlace: (layer: string, head: string) => `layer ${layer}, head ${head}`,
  allTable:
    "Every layer and head: the range of each source’s scores, and the largest attention weight of the newest row",
  columnPlace: "Where",
  columnLow: (name: string) => `${name}, least`,
  columnHigh: (name: string) => `${name}, most`,
  columnMost: "Largest attention weight",
  titleFused: "The fused map",
  titleLines: (name: string) => `Lines of attention: ${name}`,
  titleAll: "Every layer, head and source",
};
