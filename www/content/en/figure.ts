export const figure = {
  /** What made a figure what it is, by name: lines of a file of numbers. */
  facts: {
    data: "Data",
    model: "Model",
    models: "Models",
    layer: "Layer",
    head: "Head",
    focus: "Numbers",
    seed: "Seed",
    seeds: "Seeds",
    session: "Session",
  },
  /** The same in a caption, after a title: "DIF-SR; layer 1; mean of heads; seed 212; session of 8 clicks". */
  said: {
    layer: (layer: string) => `layer ${layer}`,
    head: (head: string) => `head ${head}`,
    meanHead: "mean of heads",
    looks: (item: string, at: string) => `${item} looks at ${at}`,
    focus: (looks: string) => `numbers: ${looks}`,
    seed: (seed: string) => `seed ${seed}`,
    seeds: (list: string) => `seeds ${list}`,
    session: (clicks: number) => `session of ${clicks} ${clicks === 1 ? "click" : "clicks"}`,
  },
  /** Titles of figures that have no heading of their own on the page. */
  titles: {
    maps: "Attention by source",
    row: (item: string) => `What ${item} looks at`,
    rowScores: "Scores by source, their sum, and the attention weight after softmax",
  },
};
