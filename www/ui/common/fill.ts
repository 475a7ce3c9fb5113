// Words with their numbers: "{rank_t}", and in Korean "{rank_t:이}", the number with the particle that fits.

import { joinedText } from "../../content/ko/joined";
import { isParticle, particle } from "../../content/ko/particle";
import { count, decimal, percentNumber, signed } from "./format";
import { fraction } from "./formatMore";
import type { Value, Values } from "./values";

export const PLACE = /\{(\w+)(?::([가-힣]+))?\}/g;
/** What stands where a number is still awaited. */
const AWAITED = "…";

export function written({ kind, value }: Value): string {
  if (typeof value === "string") return value;
  switch (kind) {
    case "count":
      return count(value);
    case "percent":
      return percentNumber(value);
    case "share":
      return percentNumber(value, 0);
    case "weight":
      return decimal(value);
    case "signed":
      return signed(value);
    case "cosine":
      return value >= 0.9995 ? decimal(value, 3) : signed(value);
    case "metric":
      return fraction(value);
    case "printed":
      return fraction(value, 4);
    case "text":
      return String(value);
  }
}

/** `isKnown`: which names there are; what is none of them stands as it was written. A number that is still awaited is an ellipsis. */
export function filled(sentence: string, values: Values, isKnown: (name: string) => boolean = () => true): string {
  const said = sentence.replace(PLACE, (whole, name: string, form: string | undefined) => {
    if (!isKnown(name) || (form !== undefined && !isParticle(form))) return whole;
    const value = values[name];
    const word = value ? written(value) : AWAITED;
    return form === undefined ? word : word + particle(word, form);
  });
  return joinedText(said);
}
