// What is on screen: one head of one or two models, the one that keeps its sources apart first.
import { computed } from "@preact/signals";
import { t } from "../../content";
import type { RankReport } from "../../engine.ts";
import { current } from "../../state/current";
import { loaded } from "../../state/opened";
import type { Choice } from "../../state/shelf";
import { LINE_LOOKS, type LineLook } from "../../viz/lineLooks";
import { choiceName } from "../common/choiceName";
import { modelName } from "../common/modelName";
import { readAtMask } from "../common/readAtMask";
import type { SourceView } from "../common/sources";
import { viewsOf } from "../common/viewsOf";
import { first, random, second } from "./counted";
import { countedHead } from "./head";
import { type Head, headOf } from "./limits";
import { firstChoice, isNarrow, secondChoice } from "./pair";

export interface Side {
  readonly name: string;
  /** In drawings with little room. */
  readonly short: string;
  readonly look: LineLook;
  readonly report: RankReport;
  readonly head: Head;
  /** The last of its slots is [MASK], a place for the item to come. */
  readonly hasMask: boolean;
  /** Of the report's sources. */
  readonly sources: readonly SourceView[];
}

/** Narrow heads are part of a name: the same system with the usual ones is offered beside it. */
export function nameOf(choice: Choice): string {
  return isNarrow(choice) ? t().rank.narrowName(choice.name) : choiceName(choice);
}

/** Name of the model that answers the visitor. */
export const answeringName = computed(() => {
  const now = loaded.value;
  return now ? choiceName({ name: modelName(now.summary), label: now.label }) : "";
});

/** Of the trained pair, as on screen. */
export const firstName = computed(() => (firstChoice.value ? nameOf(firstChoice.value) : answeringName.value));
export const secondName = computed(() => (secondChoice.value ? nameOf(secondChoice.value) : ""));

interface Name {
  readonly name: string;
  readonly short: string;
}

/** For drawings with little room: without which run a model is of, which stands behind a comma. */
const shortOf = (name: string, choice: Choice | null) =>
  choice && isNarrow(choice) ? t().rank.narrowShort(choice.name) : name.replace(/,.*/, "");

interface Answered extends Name {
  readonly report: RankReport;
  readonly hasMask: boolean;
}

function sideOf(answer: Answered, layer: number, at: number): Omit<Side, "look"> | null {
  const found = headOf(answer.report, layer, at);
  return found && { ...answer, head: found, sources: viewsOf(answer.report.sources) };
}

/** `choice`: null for the model that answers. */
function answered(report: RankReport, name: string, choice: Choice | null): Answered {
  const kind = choice ? (choice.system.split("-")[0] ?? "") : (loaded.value?.summary.kind ?? "");
  return { report, name, short: shortOf(name, choice), hasMask: readAtMask(kind) };
}

let whole: readonly Answered[] = [];

/**
 * What the trained models have answered, the one that is counted first. While the second is still asked about clicks that the first has
 * answered, both stay as they were: one that leaves for a moment would move everything.
 */
const trained = computed<readonly Answered[]>(() => {
  const [one, other, choice] = [first.value.value, second.value.value, secondChoice.value];
  const isSame = one !== null && other?.clicks === one.clicks;
  const isComing = other !== null && other.key === choice?.key && second.failure.value === null;
  if (one && isComing && !isSame && whole.length > 1) return whole;
  whole = [
    ...(one ? [answered(one.report, firstName.value, firstChoice.value)] : []),
    ...(isSame && other ? [answered(other.report, secondName.value, choice)] : []),
  ];
  return whole;
});

/** Null while nothing has been counted, or nothing can be. */
export const sides = computed<readonly Side[] | null>(() => {
  const words = t().rank;
  const found: (Omit<Side, "look"> | null)[] = [];
  if (current.weights.value === "random") {
    const both = random.value.value;
    if (!both) return null;
    const [apart, mixed] = [
      { name: words.decoupled, short: words.decoupledShort },
      { name: words.early, short: words.earlyShort },
    ];
    const drawn = { hasMask: false };
    found.push(
      sideOf({ ...apart, ...drawn, report: both.decoupled }, 0, 0),
      sideOf({ ...mixed, ...drawn, report: both.early }, 0, 0),
    );
  } else {
    for (const one of trained.value) found.push(sideOf(one, current.layer.value, countedHead.value));
  }
  const all = found.flatMap((side) => side ?? []);
  if (all.length === 0) return null;
  const apart = all.filter(({ head }) => head.parts.length > 1);
  const order = [...apart, ...all.filter((side) => !apart.includes(side))];
  return order.flatMap((side, index) => {
    const look = LINE_LOOKS[index];
    return look ? [{ ...side, look }] : [];
  });
});

/** Layers and heads that the models on screen have. */
export const extent = computed(() => {
  const reports = sides.value?.map(({ report }) => report) ?? [];
  return {
    layers: Math.max(0, ...reports.map(({ layers }) => layers)),
    heads: Math.max(0, ...reports.map(({ heads }) => heads)),
  };
});
