// What is said of a guess once the truth is on the wall: the gap between the two, in numbers or names.
import { t } from "../../content";
import type { Guess } from "../../content/lecture/lecture";
import { VISITOR } from "../../content/lecture/visitor";
import { catalogue } from "../../state/opened";
import { count, decimal, signed } from "../common/format";
import { itemName } from "../common/itemWords";
import type { Answer } from "./guesses";

/** A number as its axis writes it. */
export function writtenOn(axis: Extract<Guess, { kind: "number" }>["axis"], value: number): string {
  if (axis === "cosine") return decimal(value);
  return axis === "percent" ? `${decimal(value, Number.isInteger(value) ? 0 : 1)} %` : count(value);
}

/** One sentence: what was said, and what is. */
export function saidOf(guess: Guess, mine: Answer | null, truth: Answer | null): string {
  const words = t().lecture;
  if (truth === null) return words.truthComing;
  const name = (value: Answer): string => {
    if (typeof value === "object") return "";
    if (guess.kind === "item") return itemName(catalogue.value, value);
    if (guess.kind === "click") return itemName(catalogue.value, VISITOR[value] ?? 0);
    if (guess.kind === "bet") return words.bets[value] ?? "";
    return guess.kind === "number" ? writtenOn(guess.axis, value) : "";
  };
  if (typeof truth === "object") {
    if (typeof mine !== "object" || mine === null) return words.noGuess;
    const gaps = truth.map((value, at) => Math.abs(value - (mine[at] ?? 0)));
    return words.saidParts(signed(Math.max(...gaps)).replace("+", ""));
  }
  if (mine === null) return words.saidNothing(name(truth));
  return mine === truth ? words.saidRight(name(truth)) : words.said(name(mine), name(truth));
}
