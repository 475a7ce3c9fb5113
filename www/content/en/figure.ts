import { plural } from "./plural";
export const figure = {
  /** What made a figure what it is, by name: lines of a file of numbers. */
  facts: {
    data: "Data",
    model: "Model",
    models: "Models",
    seed: "Seed",
    seeds: "Seeds",
    trained: "Trained",
    edited: "Edited",
    settings: "Settings",
    layer: "Layer",
    head: "Head",
    width: "Width of a head",
    attribute: "Width of an attribute’s head",
    session: "Session",
    candidates: "Candidates",
    clicks: "Clicks",
    focus: "Numbers",
    measured: "Measured",
    saved: "Saved",
    link: "Link",
  },
  /** The same in a caption, after a title: "DIF-SR; layer 1; mean of heads; seed 212; session of 8 clicks". */
  said: {
    shop: (name: string, seed: string, sessions: string) => `${name}, seed ${seed}, ${plural(sessions, "session")}`,
    drawn: (name: string, seed: string) => `${name}, drawn with seed ${seed}`,
    own: (name: string, sessions: string, items: string) =>
      `${name}, ${plural(sessions, "session")}, ${plural(items, "item")}`,
    trained: (epochs: number, count: string) => `${count} ${epochs === 1 ? "epoch" : "epochs"}`,
    edited: (sources: string) => `edited: ${sources}`,
    layer: (layer: string) => `layer ${layer}`,
    head: (head: string) => `head ${head}`,
    meanHead: "mean of heads",
    looks: (item: string, at: string) => `${item} looks at ${at}`,
    focus: (looks: string) => `numbers: ${looks}`,
    seed: (seed: string) => `seed ${seed}`,
    seeds: (list: string) => `seeds ${list}`,
    session: (clicks: number) => `session of ${clicks} ${clicks === 1 ? "click" : "clicks"}`,
    candidates: { kept: "clicked items stay candidates", masked: "without the items already clicked" },
    clicks: { top: "clicks in the model’s top ten", all: "all held-out clicks" },
    measured: (when: string) => `measured ${when}`,
    saved: (when: string) => `saved ${when}`,
  },
  /** What a sheet of paper says beside the panel, or the step of a lecture, that is on it. */
  paper: {
    code: "QR code of the link",
    scan: "Scan to open this very page.",
    scanStep: "Scan to open this very step.",
    own: "The data is from own files, which no link holds.",
    hatched: "Lines across a cell of a map: below zero.",
    step: (lecture: string, at: number, of: number, name: string) => `${lecture}, step ${at} of ${of}: ${name}`,
    place: (at: number, of: number) => `${at} of ${of}`,
  },
  /** Titles of figures that have no heading of their own on the page. */
  titles: {
    maps: "Attention by source",
    row: (item: string) => `What ${item} looks at`,
    rowScores: "Scores by source, their sum, and the attention weight after softmax",
  },
};
