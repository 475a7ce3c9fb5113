// What the figures draw, worked out once from what the two systems answered.
import { computed } from "@preact/signals";
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import type { GradientReport } from "../../engine.ts";
import { current } from "../../state/current";
import { catalogue } from "../../state/opened";
import type { GradientModel, GradientRow } from "../../viz/gradientModel";
import { planeOf } from "../../viz/gradientPlane";
import { inOneList } from "../common/inOneList";
import { itemSign } from "../common/itemSign";
import { slotItem } from "../common/slotItem";
import { sourceName } from "../common/sourceName";
import type { SourceView } from "../common/sources";
import { viewsOf } from "../common/viewsOf";
import { reportOf, type Side, sides } from "./asked";
import { heardOnly, longestOf, meanCosine, type Verdict, verdictOf } from "./verdict";
import { cosineText, inSentence, nameOf, normText } from "./words";

/** A system that has answered. */
export interface Told {
  readonly side: Side;
  readonly name: string;
  readonly report: GradientReport;
  readonly views: readonly SourceView[];
  readonly verdict: Verdict;
}

export const told = computed<readonly Told[]>(() =>
  sides.value.flatMap((side) => {
    const answer = reportOf(side);
    if (!answer) return [];
    const report = heardOnly(answer);
    return [{ side, name: nameOf(side), report, views: viewsOf(report.sources), verdict: verdictOf(report) }];
  }),
);

/** Sources that can be held against the item, by letter, in the order of the data. */
export const others = computed<readonly SourceView[]>(() => {
  const all = told.value.flatMap(({ views }) => views).filter(({ kind }) => kind !== "item" && kind !== "fused");
  return all.filter(({ letter }, at) => all.findIndex((one) => one.letter === letter) === at);
});

const sourceAt = ({ views, report }: Told, letter: string) =>
  report.by_source[views.findIndex((view) => view.letter === letter)];

/** The source held against the item: the visitor's, or the first attribute that has an angle to it everywhere. */
export const chosen = computed<SourceView | null>(() => {
  const all = others.value;
  const wanted = all.find(({ letter }) => letter === current.source.value);
  const hasAngles = ({ letter }: SourceView) => told.value.every((one) => meanCosine(sourceAt(one, letter)) !== null);
  const attribute = all.find((view) => view.kind === "attribute" && hasAngles(view));
  return wanted ?? attribute ?? all.find(hasAngles) ?? all.find(({ kind }) => kind === "attribute") ?? all[0] ?? null;
});

/** The one number of a system, and what it is; without an angle the reason. */
export function headline(one: Told): { number: string; unit: string } {
  const words = t().gradients;
  const view = chosen.value;
  const source = view && sourceAt(one, view.letter);
  if (!view) return { number: "–", unit: "" };
  if (!source) return { number: "–", unit: words.noSuch(inSentence(view)) };
  const mean = meanCosine(source);
  if (mean !== null) return { number: cosineText(mean), unit: words.meanCosine(inSentence(view)) };
  const item = one.report.by_source[0]?.width ?? 0;
  if (source.width !== item) return { number: "–", unit: words.noCosine(item, source.width) };
  return { number: "–", unit: words.nothing(inSentence(view)) };
}

/** Of the longest arrow and of the longest bar: those of other widths are often far shorter. */
function lengths({ report, verdict }: Told): [number, number] {
  const longest = (isBar: boolean) =>
    Math.max(0, ...report.by_source.flatMap(({ norm }, at) => (verdict.apart.includes(at) === isBar ? norm : [])));
  return [longest(false) || 1, longest(true) || 1];
}

/** Why some sources of a row are bars. */
function barsNote(one: Told): string {
  const { report, views, verdict } = one;
  const words = t().gradients;
  const [first] = verdict.apart;
  if (first === undefined) return "";
  const names = inOneList(verdict.apart.map((at) => inSentence(views[at] as SourceView)));
  const [width, item] = [report.by_source[first]?.width ?? 0, report.by_source[0]?.width ?? 0];
  const said = verdict.apart.length > 1 ? words.bars(names, width, item) : words.barsOne(names, width, item);
  return `${said} ${words.longestBar(normText(lengths(one)[1]))}`;
}

/** Why nothing arrives at attributes and position, where it is so. */
export function silence({ verdict, report }: Told): string {
  const words = t().gradients;
  if (verdict.kind !== "silent") return "";
  return report.n === 1 ? words.oneKey : new Set(report.items).size === 1 ? words.oneItem : "";
}

function rowOf(one: Told): GradientRow {
  const words = t().gradients;
  const data = catalogue.value;
  const { report, views, name, verdict } = one;
  const [longest, longestBar] = lengths(one);
  const view = chosen.value;
  const source = view && sourceAt(one, view.letter);
  const silent = verdict.kind === "silent" ? `${words.says.silent} ${silence(one)}`.trim() : "";
  return {
    ...{ name, ...headline(one), scale: words.longest(normText(longest)), longest, longestBar },
    sources: views.map((of) => ({ token: of.token, letter: of.letter, name: sourceName(of) })),
    note: silent === "" ? barsNote(one) : silent,
    clicks: report.items.map((id, at) => {
      const item = data ? slotItem(data, id) : undefined;
      const parts = report.by_source.map((of, index) => {
        const cosine = index === 0 ? null : of.cosine[at];
        const text = cosine === null || cosine === undefined ? "" : cosineText(cosine);
        return words.arrowPart(sourceName(views[index] as SourceView), normText(of.norm[at] ?? 0), text);
      });
      const cosine = source?.cosine[at] ?? null;
      return {
        ...itemSign(item),
        ...{ name: item?.name ?? "", step: String(at + 1) },
        plane: planeOf(
          report.by_source.map(({ gradient }) => gradient[at] ?? []),
          longestOf(report),
        ),
        cosine: cosine === null ? null : cosineText(cosine),
        title: words.arrowTitle(item?.name ?? "", parts.join("; ")),
      };
    }),
  };
}

export const gradientModel = computed<GradientModel | null>(() => {
  const rows = told.value.map(rowOf);
  const [first] = rows;
  if (!first) return null;
  const all = rows.flatMap(({ sources }) => sources);
  const legend = all.filter(({ letter }, at) => all.findIndex((one) => one.letter === letter) === at);
  return { rows, legend, words: { reading: withoutMarks(t().gradients.reading) } };
});
