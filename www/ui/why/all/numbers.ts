// The ranges of all maps as a table: a row a head.
import { t } from "../../../content";
import { withoutMarks } from "../../../content/marks";
import type { AllMapsModel } from "../../../viz/allMapsModel";
import type { FigureTable } from "../../../viz/figure";
import { decimal, signed } from "../../common/format";
import { sliceMaps } from "../../common/maps/slice";
import { shown } from "../context";
import { rangeOf } from "./model";
import { peaksOf } from "./peaks";

export function allNumbers(model: AllMapsModel): FigureTable {
  const words = t().whyMore;
  const now = shown.peek();
  const sources = model.columns.slice(0, -1);
  const isScore = { write: (value: number) => signed(value) };
  const { size } = model;
  return {
    columns: [
      { label: words.columnPlace },
      ...sources.flatMap(({ name }) => [
        { label: withoutMarks(words.columnLow(name)), ...isScore },
        { label: withoutMarks(words.columnHigh(name)), ...isScore },
      ]),
      { label: words.columnMost, write: (value) => decimal(value) },
    ],
    rows: model.heads.map(({ layer, head, layerName, headName, values }) => {
      const weights = now ? sliceMaps(now.maps, layer, head).weights : new Float32Array();
      const [peak] = peaksOf([weights], size, size - 1);
      return [
        words.allPlace(layerName, headName),
        ...sources.flatMap((_, column) => rangeOf(model, values[column] ?? [])),
        peak?.weight ?? null,
      ];
    }),
  };
}
