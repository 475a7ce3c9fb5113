// The parts of the dictionary in Korean: where they are is known once Korean is asked for.
import type { PartLoaders } from "../parts";
import { joined } from "./joined";
import { why } from "./why";

const loaders: PartLoaders = {
  article: async () => (await import("./article")).article,
  bench: async () => (await import("./bench")).bench,
  compare: async () => (await import("./compare")).compare,
  data: async () => (await import("./data")).data,
  device: async () => (await import("./device")).device,
  exercises: async () => (await import("./exercises")).exercises,
  examples: async () => (await import("./examples")).examples,
  help: async () => (await import("./help")).help,
  figure: async () => (await import("./figure")).figure,
  glossary: async () => (await import("./glossary")).glossary,
  cause: async () => (await import("./cause")).cause,
  truth: async () => (await import("./truth")).truth,
  fused: async () => (await import("./fused")).fused,
  rank: async () => (await import("./rank")).rank,
  gradients: async () => (await import("./gradients")).gradients,
  imported: async () => (await import("./imported")).imported,
  kept: async () => (await import("./kept")).kept,
  lecture: async () => (await import("./lecture")).lecture,
  script: async () => (await import("./script")).script,
  map: async () => (await import("./map")).map,
  models: async () => (await import("./models")).models,
  nextMore: async () => (await import("./nextMore")).nextMore,
  own: async () => (await import("./own")).own,
  paper: async () => (await import("./paper")).paper,
  reading: async () => (await import("./reading")).reading,
  save: async () => (await import("./save")).save,
  side: async () => (await import("./side")).side,
  train: async () => (await import("./train")).train,
  trouble: async () => (await import("./trouble")).trouble,
  // Of the first view, as in English.
  why: async () => why,
  whyMore: async () => (await import("./whyMore")).whyMore,
};

/** As they are shown. */
export const koreanParts = Object.fromEntries(
  Object.entries(loaders).map(([name, load]) => [name, async () => joined<unknown>(await load())]),
) as unknown as PartLoaders;
