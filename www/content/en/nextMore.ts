/** What stands below the list of next items, in its place as a table, and over it where something failed. */
export const nextMore = {
  count: "Show",
  excludeSeen: "Leave out items already clicked",
  reveal: "Reveal the true next item",
  realNote: "A test session: its next item is known and hidden.",
  revealed: (name: string, rank: string, items: string, percent: string) =>
    `The true next item is ${name}: rank ${rank} of ${items}, ${percent}.`,
  revealedPlain: (name: string, rank: string, items: string) =>
    `The true next item is ${name}: rank ${rank} of ${items}.`,
  revealedExcluded: (name: string) => `The true next item is ${name}, which the filter leaves out.`,
  attributes: "Predicted attributes",
  attributesNote:
    "Predicted [[attribute|attributes]] of the next item, in %. Each value is a separate yes/no guess; they need not add up to 100 %.",
  modelMissing: (name: string, why: string) => `${name} did not arrive. ${why}`,
  noAnswer: (why: string) => `There is no answer to this session. ${why}`,
  columns: {
    rank: "Rank",
    item: "Item",
    probability: "Probability",
    truth: "True probability",
    score: "[[logit|Score]]",
    before: "Rank before",
    attribute: "Attribute",
    value: "Value",
  },
  /** What the marks in the rank column compare with. */
  against: {
    add: (name: string) => `Rank changes: against the list before “${name}” was added.`,
    remove: (name: string) => `Rank changes: against the list with “${name}”.`,
    move: (name: string) => `Rank changes: against the list before “${name}” moved.`,
    swap: (name: string) => `Rank changes: against the list before “${name}” was replaced.`,
    undo: "Rank changes: against the list before undo.",
    redo: "Rank changes: against the list before redo.",
    model: "Rank changes: against the previous model.",
    filter: "Rank changes: against the list before the filter changed.",
    sources: "Rank changes: against the list before a source was switched or scaled.",
    pinned: (n: number, last: string) => `Rank changes: against the pinned list (${n} items, last “${last}”).`,
  },
  empty: "Predictions appear with the first item.",
  waiting: "The engine is loading. The list appears as soon as it answers.",
  modelComing: "The model is on its way. The list appears as soon as it is here.",
  noModel: "No model has been trained on this data yet.",
  noModelMore: "Train one: the list fills in as it learns.",
  /** For shops, whose size is known. */
  noModelShop: "Train one: it takes about ten seconds on a recent computer, and the list fills in as it learns.",
};
