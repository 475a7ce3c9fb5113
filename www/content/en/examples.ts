/** Sessions to start from: stored ones, and one of the test set. */
export const examples = {
  /** Names of the stored examples, by id. */
  exampleNames: {
    camera: "A camera goes camping",
    kitchen: "Coffee and baking",
    camping: "Camping and hiking",
    studio: "Music and painting",
    chain: "One step after the other",
    recall: "A kettle brings the camera back",
    turns: "A bicycle and a garden in turn",
    calls: "Each click calls the next",
    labels: "One brand on every label, for nothing",
  } as Record<string, string>,
  exampleFallback: (n: number) => `Example ${n}`,
  randomReal: "Random test session",
  randomRealNote: "Its last click is hidden; the model never trained on it.",
  noTestSession: "No test session could be drawn from this data.",
  realLoaded: (n: number) => `A test session: ${n} ${n === 1 ? "item" : "items"}, and a next one that is hidden.`,
};
