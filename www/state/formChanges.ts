// Settings as differences from the defaults, by dotted path: how a form is written, and how it is read on other data. A path through a
// list without a number means every entry of it, so that "model.attributes.lambda" fits data with any number of attributes.
import { isSetting, type Setting } from "./setting";

type Changes = Readonly<Record<string, Setting>>;

/** Which model it is follows from the system; a path cannot make it another one. */
const FIXED = "model.kind";

function isBranch(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function child(node: unknown, key: string): unknown {
  return isBranch(node) && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;
}

/** What makes `to` of `from`. Both have the same shape; where they have not, there is nothing that a path could say. */
export function changesBetween(from: object, to: object): Changes {
  return Object.fromEntries(differences(from, to, ""));
}

function differences(from: unknown, to: unknown, path: string): [string, Setting][] {
  if (Array.isArray(from) && Array.isArray(to)) return ofEntries(from, to, path);
  if (isBranch(from)) {
    return Object.keys(from).flatMap((key) =>
      differences(child(from, key), child(to, key), path === "" ? key : `${path}.${key}`),
    );
  }
  return from === to || !isSetting(to) ? [] : [[path, to]];
}

/** One path for all entries where they agree, one for each where they do not. */
function ofEntries(from: readonly unknown[], to: readonly unknown[], path: string): [string, Setting][] {
  const [first] = from;
  if (!isBranch(first)) return [];
  return Object.keys(first).flatMap((key) => {
    const [before, after] = [from, to].map((entries) => entries.map((entry) => child(entry, key)));
    const [value] = after ?? [];
    const changed = (after ?? []).flatMap((one, index): [string, Setting][] =>
      one === before?.[index] || !isSetting(one) ? [] : [[`${path}.${index}.${key}`, one]],
    );
    const isOne = changed.length > 0 && isSetting(value) && after?.every((one) => one === value);
    return isOne ? [[`${path}.${key}`, value] satisfies [string, Setting]] : changed;
  });
}

/** The defaults with the changes. What names no setting, or gives one a value of another type, is left out and told in `dropped`. */
export function withChanges<Config extends object>(
  defaults: Config,
  changes: Changes,
): { readonly config: Config; readonly dropped: readonly string[] } {
  // Not structuredClone: entries that are one object in the defaults would be one in the copy.
  const config: Config = JSON.parse(JSON.stringify(defaults));
  const paths = Object.entries(changes);
  const dropped = paths.filter(([path, value]) => path === FIXED || !write(config, path.split("."), value));
  return { config, dropped: dropped.map(([path]) => path) };
}

function write(node: unknown, [key, ...rest]: readonly string[], value: Setting): boolean {
  if (key === undefined || !isBranch(node)) return false;
  if (Array.isArray(node) && !/^\d+$/.test(key)) {
    return node.length > 0 && node.map((entry) => write(entry, [key, ...rest], value)).every(Boolean);
  }
  const old = child(node, key);
  if (rest.length > 0) return write(old, rest, value);
  return typeof old === typeof value && Reflect.set(node, key, value);
}
