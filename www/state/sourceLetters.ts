// The letter of a source of information: what it is called in a link, and beside its mark.
import type { AttributeInfo, SourceInfo } from "../engine.ts";

/** Item, position, fused. */
const RESERVED = ["I", "P", "F"];

/** The first letter of its name that no source before it uses; the alphabet's first free letter when all are taken. */
export function attributeLetters(names: readonly string[]): string[] {
  const taken = new Set(RESERVED);
  const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return names.map((name) => {
    const own = [...name.toUpperCase()].filter((letter) => /\p{L}/u.test(letter));
    const letter = [...own, ...alphabet].find((candidate) => !taken.has(candidate)) ?? "?";
    taken.add(letter);
    return letter;
  });
}

/** The letters of a model's sources, in the model's order; null for what was mixed before anything was compared. */
export function sourceLetters(
  sources: readonly SourceInfo[],
  attributes: readonly Pick<AttributeInfo, "name">[],
): (string | null)[] {
  const letters = attributeLetters(attributes.map(({ name }) => name));
  return sources.map(({ kind, attribute }) => {
    if (kind === "item") return "I";
    if (kind === "position") return "P";
    return kind === "attribute" ? (letters[attribute ?? -1] ?? null) : null;
  });
}
