// Words that are no part of the first view: each part is fetched with the panel, dialog or hint that shows it.

/** A new part is a line here, a line in ko/parts.ts, and a file of its name in each language's folder. */
export const englishParts = {
  article: async () => (await import("./en/article")).article,
  bench: async () => (await import("./en/bench")).bench,
  compare: async () => (await import("./en/compare")).compare,
  data: async () => (await import("./en/data")).data,
  device: async () => (await import("./en/device")).device,
  exercises: async () => (await import("./en/exercises")).exercises,
  examples: async () => (await import("./en/examples")).examples,
  help: async () => (await import("./en/help")).help,
  figure: async () => (await import("./en/figure")).figure,
  glossary: async () => (await import("./en/glossary")).glossary,
  cause: async () => (await import("./en/cause")).cause,
  truth: async () => (await import("./en/truth")).truth,
  fused: async () => (await import("./en/fused")).fused,
  rank: async () => (await import("./en/rank")).rank,
  gradients: async () => (await import("./en/gradients")).gradients,
  imported: async () => (await import("./en/imported")).imported,
  kept: async () => (await import("./en/kept")).kept,
  lecture: async () => (await import("./en/lecture")).lecture,
  map: async () => (await import("./en/map")).map,

  models: async () => (await import("./en/models")).models,
  nextMore: async () => (await import("./en/nextMore")).nextMore,
  own: async () => (await import("./en/own")).own,
  paper: async () => (await import("./en/paper")).paper,
  script: async () => (await import("./en/script")).script,
  reading: async () => (await import("./en/reading")).reading,
  save: async () => (await import("./en/save")).save,
  side: async () => (await import("./en/side")).side,
  train: async () => (await import("./en/train")).train,
  trouble: async () => (await import("./en/trouble")).trouble,
  why: async () => (await import("./en/why")).why,
  whyMore: async () => (await import("./en/whyMore")).whyMore,
};

export type PartName = keyof typeof englishParts;
/** The English part sets the shape of every other language's. */
export type Parts = { readonly [Name in PartName]: Awaited<ReturnType<(typeof englishParts)[Name]>> };
export type PartLoaders = { readonly [Name in PartName]: () => Promise<Parts[Name]> };

export const PART_NAMES = Object.keys(englishParts) as PartName[];
