// Several files at once: which dialog they lead to, and which of them it does not take. One dialog at a time, and nothing goes unsaid.

/** What was not taken, by why: names. */
export interface Left {
  readonly models: readonly string[];
  /** Settings of a run. */
  readonly settings: readonly string[];
  /** Logs beside others of their kind. */
  readonly doubles: readonly string[];
  readonly unknown: readonly string[];
}

export const NOTHING_LEFT: Left = { models: [], settings: [], doubles: [], unknown: [] };

export interface Sorted<Of> {
  readonly model: Of | null;
  readonly inter: Of | null;
  readonly item: Of | null;
  readonly left: Left;
}

/** What a download puts behind a name, as in ml.inter.txt, is no ending of its own. */
function ending({ name }: { readonly name: string }): string {
  return (
    name
      .toLowerCase()
      .replace(/\.txt$/, "")
      .split(".")
      .at(-1) ?? ""
  );
}

/**
 * Sorts files by the end of their names. A model is taken where no log comes with it, for it belongs to the data that is open; of two
 * logs of a kind the last one is.
 */
export function sortDropped<Of extends { readonly name: string }>(files: readonly Of[]): Sorted<Of> {
  const of = (...kinds: string[]) => files.filter((file) => kinds.includes(ending(file)));
  const names = (list: readonly Of[]) => list.map(({ name }) => name);
  const [models, inters, items] = [of("safetensors"), of("inter"), of("item")];
  const hasLog = inters.length > 0 || items.length > 0;
  const known = ["safetensors", "inter", "item", "json"];
  return {
    model: hasLog ? null : (models[0] ?? null),
    inter: inters.at(-1) ?? null,
    item: items.at(-1) ?? null,
    left: {
      models: names(hasLog ? models : models.slice(1)),
      settings: names(of("json")),
      doubles: names([...inters.slice(0, -1), ...items.slice(0, -1)]),
      unknown: names(files.filter((file) => !known.includes(ending(file)))),
    },
  };
}
