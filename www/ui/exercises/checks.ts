// What solves which exercise.
import type { ExerciseName } from "../../content/exercises/exercises";
import { brandLargest, disagree, positionOnly, silentBrand } from "./cells";
import type { Check } from "./found";
import { oneClick, oneItem, sourceGains, swapOrder } from "./lists";
import { beatMarkov, cosineOne, equalRank, fewValues, lambdaHurts, useless } from "./others";

export const CHECKS: Readonly<Record<ExerciseName, Check>> = {
  "brand-largest": brandLargest,
  "one-click": oneClick,
  "source-gains": sourceGains,
  "one-item": oneItem,
  "swap-order": swapOrder,
  "position-only": positionOnly,
  "equal-rank": equalRank,
  "few-values": fewValues,
  "cosine-one": cosineOne,
  "beat-markov": beatMarkov,
  "silent-brand": silentBrand,
  disagree,
  useless,
  "lambda-hurts": lambdaHurts,
};
