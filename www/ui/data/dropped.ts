// Several files at once: which dialog they lead to, and which of them it does not take. One dialog at a time, and nothing goes unsaid.
import type { Choices } from "../../worker/importProtocol";

/** What was not taken, by why: names. */
export interface Left {
  readonly models: readonly string[];
  /** Settings of a run. */
  readonly settings: readonly string[];
}

export const NOTHING_LEFT: Left = { models: [], settings: [] };

export interface Sorted {
  readonly model: File | null;
  /** Whatever may be data: what it is the importer says. */
  readonly data: readonly File[];
  /** What the columns are for, and the name of the file that says so. */
  readonly choices: { readonly name: string; readonly choices: Choices } | null;
  readonly left: Left;
}

/** A columns file and settings of a run are smaller. */
const MOST_TEXT = 1 << 20;

/** What a columns file may say, and what that is. */
const CHOICES: Readonly<Record<string, (value: unknown) => boolean>> = {
  encoding: isText,
  separator: isText,
  order: isText,
  repeats: isText,
  header: (value) => typeof value === "boolean",
  columns: (value) => isObject(value) && Object.values(value).every(isObject),
  files: (value) => isObject(value) && Object.values(value).every(isObject),
};

function isText(value: unknown): boolean {
  return typeof value === "string";
}

type Kind = { kind: "choices"; choices: Choices } | { kind: "settings" } | { kind: "data" };

/** Values of attributes are JSON, too, as are whole logs: a file is what stands in it. */
async function kindOf(file: File): Promise<Kind> {
  if (!/\.json$/i.test(file.name) || file.size > MOST_TEXT) return { kind: "data" };
  const found = await file
    .text()
    .then(JSON.parse)
    .catch(() => null);
  if (!isObject(found)) return { kind: "data" };
  if (isObject(found.model) && typeof found.model.kind === "string") return { kind: "settings" };
  const keys = Object.keys(found);
  const isChoices = keys.length > 0 && keys.every((key) => CHOICES[key]?.(found[key]) === true);
  return isChoices ? { kind: "choices", choices: found as Choices } : { kind: "data" };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A model is taken where no data comes with it, for it belongs to the data that is open. */
export async function sortDropped(files: readonly File[]): Promise<Sorted> {
  const isModel = ({ name }: File) => /\.safetensors(\.txt)?$/i.test(name);
  const models = files.filter(isModel);
  const others = await Promise.all(
    files.filter((file) => !isModel(file)).map(async (file) => ({ file, ...(await kindOf(file)) })),
  );
  const data = others.flatMap(({ kind, file }) => (kind === "data" ? [file] : []));
  const choices = others.flatMap((one) =>
    one.kind === "choices" ? [{ name: one.file.name, choices: one.choices }] : [],
  );
  const names = (list: readonly File[]) => list.map(({ name }) => name);
  const hasData = data.length > 0 || choices.length > 0;
  return {
    model: hasData ? null : (models[0] ?? null),
    data,
    choices: choices.at(-1) ?? null,
    left: {
      models: names(hasData ? models : models.slice(1)),
      settings: others.flatMap(({ kind, file }) => (kind === "settings" ? [file.name] : [])),
    },
  };
}
