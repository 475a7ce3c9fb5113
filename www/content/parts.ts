// Words that are no part of the first view: each part is fetched with the panel, dialog or hint that shows it.
import type { LanguageCode } from "./language";

/** A new part is a line here, a line below, and a file of its name in each language's folder. */
const english = {
  compare: async () => (await import("./en/compare")).compare,
  data: async () => (await import("./en/data")).data,
  device: async () => (await import("./en/device")).device,
  help: async () => (await import("./en/help")).help,
  figure: async () => (await import("./en/figure")).figure,
  glossary: async () => (await import("./en/glossary")).glossary,
  models: async () => (await import("./en/models")).models,
  nextMore: async () => (await import("./en/nextMore")).nextMore,
  paper: async () => (await import("./en/paper")).paper,
  reading: async () => (await import("./en/reading")).reading,
  save: async () => (await import("./en/save")).save,
  side: async () => (await import("./en/side")).side,
  train: async () => (await import("./en/train")).train,
  trouble: async () => (await import("./en/trouble")).trouble,
  why: async () => (await import("./en/why")).why,
};

export type PartName = keyof typeof english;
/** The English part sets the shape of every other language's. */
export type Parts = { readonly [Name in PartName]: Awaited<ReturnType<(typeof english)[Name]>> };
type PartLoaders = { readonly [Name in PartName]: () => Promise<Parts[Name]> };

const korean: PartLoaders = {
  compare: async () => (await import("./ko/compare")).compare,
  data: async () => (await import("./ko/data")).data,
  device: async () => (await import("./ko/device")).device,
  help: async () => (await import("./ko/help")).help,
  figure: async () => (await import("./ko/figure")).figure,
  glossary: async () => (await import("./ko/glossary")).glossary,
  models: async () => (await import("./ko/models")).models,
  nextMore: async () => (await import("./ko/nextMore")).nextMore,
  paper: async () => (await import("./ko/paper")).paper,
  reading: async () => (await import("./ko/reading")).reading,
  save: async () => (await import("./ko/save")).save,
  side: async () => (await import("./ko/side")).side,
  train: async () => (await import("./ko/train")).train,
  trouble: async () => (await import("./ko/trouble")).trouble,
  why: async () => (await import("./ko/why")).why,
};

export const PARTS: Record<LanguageCode, PartLoaders> = { en: english, ko: korean };
export const PART_NAMES = Object.keys(english) as PartName[];
