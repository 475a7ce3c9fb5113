// What each source counts for, as a table of numbers and as a drawing for a file.
import { loadWords, t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { type DrawFigure, type FigureTable, type FigureText, SHARE } from "../../viz/figure";
import { count } from "../common/format";
import { sourceName } from "../common/sourceName";
import type { SourceView } from "../common/sources";
import { axisText, percentBeside } from "../common/written";
import { mostOf, type Shown } from "./ablations";
import type { Standing } from "./clicks";
import { rankText } from "./RankChange";

export function sourcesNumbers({ base, rows }: Shown, views: readonly SourceView[]): FigureTable {
  const words = t().cause.sources;
  const probability = { unit: SHARE, write: (value: number) => percentBeside(value, base.probability) };
  return {
    columns: [
      { label: words.source },
      { label: words.off, ...probability },
      { label: words.offRank, write: count },
      { label: words.half, ...probability },
      { label: words.halfRank, write: count },
    ],
    rows: [
      [words.now, base.probability, base.place, base.probability, base.place],
      ...rows.map(({ source, off, half }) => {
        const view = views[source];
        return [view ? sourceName(view) : "", off.probability, off.place, half.probability, half.place];
      }),
    ],
  };
}

export async function sourcesSource(found: Shown, views: readonly SourceView[], text: FigureText): Promise<DrawFigure> {
  const [{ sourcesFigure }] = await Promise.all([import("../../viz/sourcesFigure"), loadWords(["figure"])]);
  const words = t().cause.sources;
  const most = mostOf(found);
  const { base } = found;
  const standing = ({ probability, place }: Standing) => ({
    ...{ probability, percent: percentBeside(probability, base.probability), rank: rankText(base.place, place) },
  });
  const rows = found.rows.flatMap(({ source, off, half }) => {
    const view = views[source];
    if (!view) return [];
    const { letter, token } = view;
    return [{ name: sourceName(view), letter, source: token, off: standing(off), half: standing(half) }];
  });
  const table = sourcesNumbers(found, views);
  const figure = {
    ...{ rows, base: base.probability, most, table: () => table },
    words: {
      ...{ source: words.source, off: words.andRank(words.off), half: words.andRank(words.half) },
      key: words.key(percentBeside(base.probability, base.probability)),
      probability: withoutMarks(words.change(axisText(most))),
    },
  };
  return (size, theme) => sourcesFigure({ ...text, ...figure }, size, theme);
}
