// The rows as a table of numbers and as a drawing for a file.
import { loadWords, t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { type DrawFigure, type Fact, type FigureTable, type FigureText, SHARE } from "../../viz/figure";
import { candidateFacts, dataFact, editFacts, modelFacts, sessionFact } from "../common/figureFacts";
import { count, decimal } from "../common/format";
import { itemSign } from "../common/itemSign";
import { axisText, percentBeside, signedBy } from "../common/written";
import { type Clicks, mostOf } from "./clicks";
import { itemOf, nameOf, offsetOf, type Report } from "./context";
import { rankText } from "./RankChange";

/** What the panel's figures were made from; sources that do not count as trained are part of it. */
export function causeFacts(): Fact[] {
  const [model, ...trained] = modelFacts();
  return [...(model ? [model] : []), ...editFacts(), dataFact(), ...trained, sessionFact(), ...candidateFacts()];
}

export function causeNumbers(report: Report, { base, rows }: Clicks): FigureTable {
  const words = t().cause;
  return {
    columns: [
      { label: words.without },
      { label: words.probabilityColumn, unit: SHARE, write: (value) => percentBeside(value, base.probability) },
      { label: words.rank, write: count },
      { label: words.logit, write: (value) => decimal(value) },
      { label: withoutMarks(words.product), write: signedBy(rows.map(({ product }) => product)) },
      { label: words.rawProduct, write: signedBy(rows.map(({ product }) => product)) },
    ],
    rows: [
      [words.all, base.probability, base.place, report.found.base.logit, null, null],
      ...rows.map((row) => [
        `${offsetOf(report) + row.slot + 1} ${nameOf(row.item)}`,
        ...[row.without.probability, row.without.place, row.logit, row.product, row.raw],
      ]),
    ],
  };
}

export async function causeSource(report: Report, clicks: Clicks, text: FigureText): Promise<DrawFigure> {
  const [{ causeFigure }] = await Promise.all([import("../../viz/causeFigure"), loadWords(["figure"])]);
  const words = t().cause;
  const { base, rows } = clicks;
  const written = (probability: number) => percentBeside(probability, base.probability);
  const most = mostOf(clicks);
  const drawn = rows.map((row) => ({
    ...itemSign(itemOf(row.item)),
    step: String(offsetOf(report) + row.slot + 1),
    name: nameOf(row.item),
    probability: row.without.probability,
    rank: rankText(base.place, row.without.place),
    ...{ product: row.product, isLarge: row.isLarge, isLargeProduct: row.isLargeProduct },
  }));
  const table = causeNumbers(report, clicks);
  const figure = {
    ...{
      clicks: drawn,
      base: base.probability,
      most,
      percent: written,
      signed: signedBy(rows.map(({ product }) => product)),
      table: () => table,
    },
    words: {
      ...{ without: words.without, rank: words.rank, product: withoutMarks(words.product) },
      probability: withoutMarks(words.probability(axisText(most))),
      line: words.line(count(rows.length), written(base.probability)),
    },
  };
  return (size, theme) => causeFigure({ ...text, ...figure }, size, theme);
}
