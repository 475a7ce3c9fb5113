/** What stands below the maps: one row in numbers, what if a source is off, and the table of a map. */
export const reading = {
  bias: "Bias",
  biasLetter: "b",
  focus: "Focus:",
  looksAt: "{row} looks at {column}",
  itself: "itself",
  pinned: "Pinned",
  free: "Free the focus",
  share:
    "{source} gives {value} of {sum}, that is {share} of this score. After softmax the attention weight is {weight}.",
  pull: "{parts}: together {sum}. After softmax the attention weight is {weight}.",
  up: "{parts} push this score up",
  upOne: "{parts} pushes this score up",
  down: "{parts} pull it down",
  downOne: "{parts} pulls it down",
  silent: "No source says anything here: every part is below 0.005. After softmax the attention weight is {weight}.",
  singleReading: "The score is {sum}. After softmax the attention weight is {weight}.",
  and: (list: readonly string[]) => new Intl.ListFormat("en-GB", { type: "conjunction" }).formatToParts(list),

  rowCaption: (item: string) => `What ${item} looks at`,
  columnLooksAt: "Looks at",
  columnScore: "[[score|Score]] by source",
  columnSum: "Sum",
  columnWeight: "Weight",

  gateTitle: "[[gate|Gates]] of this row",
  gateNote:
    "A gate scales the scores of its source in this row; the parts above already include it. It says nothing about how much the source matters in the end.",
  gateSoftmax: "The gates of a row add up to 1.",
  gateSigmoid: "Each gate is between 0 and 1 on its own.",
  lookAhead:
    "This fusion reads whole rows of scores before the mask: later items and empty positions take part in the numbers here, as in the released code.",

  offTitle: "What if a source is off?",
  offNow: "Top item now: {item}, {probability}, rank 1.",
  offAllOn: "With every source on: {item}, {probability}, rank 1.",
  offNowAt: (rank: string) => `Now: rank ${rank}.`,
  offSwitch: (source: string) => `${source}: its scores count. Switched off, they are zero`,
  offSource: "Source",
  offProbability: "If off",
  offChange: "Change",
  offRank: "Rank",
  offFresh: "New in top 10",
  offBelow: (bound: string) => `< ${bound}`,
  /** In files. */
  offOf: (item: string, probability: string) => `${item}, ${probability} with every source on`,
  offNone: "None off",
  offAtMost: "At most",
  offAxis: (most: string) => `Probability 0 to ${most}`,
  offKey: (probability: string) => `Line: with every source on, ${probability}. Mark: with this one off.`,
  offNote:
    "An [[ablation]] without retraining, not a share: the rows need not add up. “New in top 10” counts items that were not among the first ten before.",
  offOne:
    "With one click every [[attention-weight|attention weight]] is 1, whatever the [[score|scores]]: a source switched off changes nothing here, exactly.",
  offSame:
    "Every click is the same item, and attention over equal values gives that value, whatever the [[score|scores]]: a source switched off changes nothing here, exactly.",
  offWaiting: "The engine has not answered yet.",
  offSingle: "This model mixes its sources into one map, so none of them can be switched off alone.",
  rankMoved: (from: string, to: string) => `${from} → ${to}`,
  rankMovedSpoken: (from: string, to: string) => `from ${from} to ${to}`,

  cautionWord: "Caution.",
  caution: "[[attention|Attention]] shows where the model looks, not why it decides. Test it by leaving a source out.",
  cautionReferences: [
    { text: "Jain and Wallace 2019", href: "https://arxiv.org/abs/1902.10186" },
    { text: "Wiegreffe and Pinter 2019", href: "https://arxiv.org/abs/1908.04626" },
  ],

  tableCaption: (layer: string, head: string) => `Scores and attention weights, layer ${layer}, head ${head}`,
  tableChoose: "What this item looks at",
  tableRow: "Looks",
  tableColumn: "Looked at",
};
