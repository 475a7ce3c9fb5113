// How far the comparison is, in numbers.
import { computed } from "@preact/signals";
import { planned } from "./compareChoice";
import { runKey, timeAhead } from "./comparePlan";
import { missing, results } from "./compareResults";
import { live, underWay } from "./compareRun";
import { totalSteps } from "./epochs";
import { timeLeft } from "./runs";

/** Which run of how many is under way, counted from 1; null while none is. */
export const place = computed(() => {
  const now = underWay.value;
  return now ? planned.value.findIndex((one) => runKey(one) === runKey(now)) + 1 : null;
});

/** From 0 to 1 over all runs of the plan. */
export const progressShare = computed(() => {
  const all = planned.value.length;
  const run = live.value;
  const isNew = underWay.value !== null && !results.value.has(runKey(underWay.value));
  const part = run && isNew ? Math.min(1, run.step / Math.max(1, totalSteps(run))) : 0;
  return all > 0 ? (all - missing.value.length + part) / all : 0;
});

/** Milliseconds to the end of all runs; null while it cannot be told. */
export const allTimeLeft = computed(() => {
  const now = underWay.value;
  const run = live.value;
  if (!now || !run) return null;
  const left = timeLeft(run);
  const ahead = missing.value.slice(missing.value.findIndex((one) => runKey(one) === runKey(now)) + 1);
  const known = [...results.value.values()].flatMap(({ system, elapsedMs }) =>
    system === null ? [] : [{ system, ms: elapsedMs }],
  );
  if (left === null) return null;
  const rest = timeAhead(ahead, [...known, { system: now.system, ms: run.elapsedMs + left }]);
  return rest === null ? null : left + rest;
});
