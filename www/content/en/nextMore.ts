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
  },
};
