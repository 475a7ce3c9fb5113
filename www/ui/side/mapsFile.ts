// The numbers of the maps for files: all rows, all digits, and every model's map as a matrix.
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import type { Place, PlacedCell } from "../../state/cellPlaces";
import { type FigureTable, type Nested, SHARE } from "../../viz/figure";
import { decimal, signed } from "../common/format";
import { nestedMatrix } from "../common/maps/nestedMaps";
import { sharedGrid, weightAt } from "./attention";
import { choiceName } from "./ColumnHead";
import { columnName, rowNames } from "./places";
import { answersWithMaps, LETTERS, partner, sides } from "./sides";
import { contrast, sideMaps } from "./views";

const DIGITS = 3;

/** The models that have a map, by their letters. */
function mapped() {
  return sides.value.flatMap(({ choice }, index) => {
    const view = sideMaps.value[index];
    return view ? [{ name: `${LETTERS[index] ?? ""} ${choiceName(choice)}`, ...view }] : [];
  });
}

/** On the grid that the difference has; on the first map's own where there is none. */
export function fileNumbers(data: Catalogue): FigureTable {
  const { side: words, reading } = t();
  const [maps, now, answers] = [mapped(), contrast.value, answersWithMaps.value];
  const [first] = maps;
  const [answer] = answers;
  if (!first || !answer) return { columns: [], rows: [] };
  const grid = now?.grid ?? sharedGrid(first.map.slots, first.map.slots);
  const numbered = (place: PlacedCell["row"] | Place, name: string) =>
    typeof place === "number" ? `${place + 1} ${name}` : name;
  const rows = grid.rows.flatMap((row, y) =>
    grid.columns.flatMap((column, x) => {
      const at = { row, column };
      const weights = maps.map(({ map }) => weightAt(map, at));
      if (weights.every((weight) => weight === null)) return [];
      const names = [numbered(row, rowNames(data, answers, row)), numbered(column, columnName(data, answer, column))];
      return [[...names, ...weights, ...(now ? [now.cells[y * grid.size + x] ?? null] : [])]];
    }),
  );
  const minus = words.difference("A", LETTERS[partner.value] ?? "");
  return {
    columns: [
      { label: reading.tableRow },
      { label: reading.tableColumn },
      ...maps.map(({ name }) => ({ label: name, unit: SHARE, write: (value: number) => decimal(value, DIGITS) })),
      ...(now ? [{ label: minus, write: (value: number) => signed(value, DIGITS) }] : []),
    ],
    rows,
  };
}

export function fileMatrices(): Nested {
  return mapped().map(({ name, map, maps }) => ({
    ...{ name, items: [...maps.items] },
    weights: nestedMatrix(map.weights, map.slots.size, map.causal),
  }));
}
