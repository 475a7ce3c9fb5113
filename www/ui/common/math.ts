import formulas from "../../content/formulas.tex";

/** The MathML of a formula, about the source of a letter. */
export function mathOf(name: string, letter = ""): string {
  const found = formulas[name];
  if (found === undefined) throw new Error(`formulas.tex has no ${name}`);
  return found.replaceAll("@", letter);
}
