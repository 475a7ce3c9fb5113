// What the list becomes without each source, as numbers and as a figure for files.
import { t } from "../../content";
import { catalogue } from "../../state/opened";
import { type DrawFigure, type FigureTable, type FigureText, figureText, SHARE } from "../../viz/figure";
import { niceBound } from "../../viz/scales";
import type { SourceRow } from "../../viz/sourcesFigure";
import { candidateFacts, dataFact, modelFacts, sessionFact } from "../common/figureFacts";
import { count, percent } from "../common/format";
import { percentBound } from "../common/formatMore";
import { itemName } from "../common/itemWords";
import { nameOf } from "../common/maps/names";
import { axisText } from "../common/written";
import type { Ablation, AblationTable } from "./ablation";
import { shown } from "./context";

/** Of the model with every source on: what is switched off on the page is no part of it. */
export function offText({ item, probability }: AblationTable): FigureText {
  const words = t().reading;
  const sub = words.offOf(itemName(catalogue.value, item), percent(probability));
  return figureText(words.offTitle, sub, [...modelFacts(), dataFact(), sessionFact(), ...candidateFacts()]);
}

const nameAt = ({ source }: Ablation): string => {
  const sources = shown.value?.sources ?? [];
  const view = sources[source];
  return view ? nameOf(view, sources.length) : "";
};

/** A probability that is only known to lie below a bound is left out, and the bound has a column. */
export function offNumbers({ probability, rows }: AblationTable): FigureTable {
  const words = t().reading;
  const share = { unit: SHARE, write: (value: number) => percent(value, 2) };
  const hasBounds = rows.some(({ isBound }) => isBound);
  const line = (name: string, one: Pick<Ablation, "probability" | "isBound" | "rank"> & { fresh: number | null }) => [
    name,
    one.isBound ? null : one.probability,
    ...(hasBounds ? [one.isBound ? one.probability : null] : []),
    one.rank,
    one.fresh,
  ];
  return {
    columns: [
      { label: words.offSource },
      { label: words.offProbability, ...share },
      ...(hasBounds ? [{ label: words.offAtMost, ...share }] : []),
      { label: words.offRank, write: count },
      { label: words.offFresh, write: count },
    ],
    rows: [
      line(words.offNone, { probability, isBound: false, rank: 1, fresh: null }),
      ...rows.map((row) => line(nameAt(row), row)),
    ],
  };
}

export async function offSource(table: AblationTable): Promise<DrawFigure> {
  const { sourcesFigure } = await import("../../viz/sourcesFigure");
  const words = t().reading;
  const sources = shown.peek()?.sources ?? [];
  const base = table.probability;
  const most = niceBound(Math.max(base, ...table.rows.map(({ probability }) => probability)));
  const rows = table.rows.flatMap((row): SourceRow[] => {
    const view = sources[row.source];
    if (!view) return [];
    const percentOf = row.isBound ? words.offBelow(percentBound(row.probability)) : percent(row.probability);
    const rank = row.rank === 1 ? "1" : words.rankMoved("1", count(row.rank));
    const off = { probability: row.probability, percent: percentOf, rank };
    return [{ name: nameAt(row), letter: view.letter, source: view.token, off, half: null }];
  });
  const [text, numbers] = [offText(table), offNumbers(table)];
  const figure = {
    ...{ ...text, rows, base, most, table: () => numbers },
    words: {
      ...{ source: words.offSource, off: `${words.offProbability}, ${words.offRank.toLowerCase()}`, half: "" },
      probability: words.offAxis(axisText(most)),
      key: words.offKey(percent(base)),
    },
  };
  return (size, theme) => sourcesFigure(figure, size, theme);
}
