// Words with their numbers: "{rank_t}", and in Korean "{rank_t:이}", the number with the particle that fits.

import { type Particle, particle } from "../../content/ko/particle";
import { language } from "../../content/language";
import { count, decimal, percentNumber, signed } from "./format";
import { fraction } from "./formatMore";
import type { Value, Values } from "./values";

const PLACE = /\{(\w+)(?::([가-힣]+))?\}/g;
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

export function filled(sentence: string, values: Values): string {
  return sentence.replace(PLACE, (_, name: string, form: string | undefined) => {
    const value = values[name];
    const word = value ? written(value) : AWAITED;
    return form === undefined || language.value !== "ko" ? word : word + particle(word, form as Particle);
  });
}
