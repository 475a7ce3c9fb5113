// The maps of the models as they are drawn, worked out once for their numbers and their room; the focus changes none of this.
import { computed, signal } from "@preact/signals";
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import type { Catalogue } from "../../engine.ts";
import { cellAtPlace, type PlacedCell } from "../../state/cellPlaces";
import { catalogue } from "../../state/opened";
import { isVisible, MASK } from "../../state/slots";
import type { AxisItem } from "../../viz/drawAxes";
import { drawSide } from "../../viz/drawSide";
import { LINE_LOOKS } from "../../viz/lineLooks";
import { largest, niceBound } from "../../viz/scales";
import { layoutSide } from "../../viz/sideLayout";
import type { SideFocus, SideMap, SideModel } from "../../viz/sideModel";
import { PAGE } from "../../viz/tokens";
import { decimal, signed } from "../common/format";
import { itemSign } from "../common/itemSign";
import { hasStacks, layerName } from "../common/maps/names";
import { slotItem } from "../common/slotItem";
import { weightAt, writtenDifference } from "./attention";
import { choiceName } from "./ColumnHead";
import { place } from "./focus";
import { LETTERS, partner, type Side, sides } from "./sides";
import { contrast, sideMaps } from "./views";

function axisItem(data: Catalogue, id: number, step: number): AxisItem {
  const item = slotItem(data, id);
  return { ...itemSign(item), name: item?.name ?? "–", step: id === MASK ? "" : String(step + 1) };
}

/** Why a model has no map, in words whose terms are marked; empty where it has one, or will have. */
export function noteOf(of: Side | undefined): string {
  const why = t().whyMore;
  const without = of?.answer?.maps.layers === 0 && !of.failure;
  return without ? (why.noAttention[of.summary?.kind ?? ""] ?? why.noAttentionHere) : "";
}

function modelMap(data: Catalogue, of: Side, index: number): SideMap {
  const { said } = t().figure;
  const head = { letter: LETTERS[index] ?? "", look: LINE_LOOKS[index] ?? null, name: choiceName(of.choice) };
  const view = sideMaps.value[index];
  if (!view) return { ...head, shown: "", cells: null, note: withoutMarks(noteOf(of)) };
  const { map, maps } = view;
  const { slots, causal, weights } = map;
  const layer = layerName(maps.stacks, map.layer);
  const mapHead = map.head === "mean" ? said.meanHead : said.head(String(map.head + 1));
  return {
    ...head,
    shown: `${hasStacks(maps.stacks) ? layer : said.layer(layer)}, ${mapHead}`,
    cells: {
      items: maps.items.map((id, at) => axisItem(data, id, slots.dropped + at)),
      causal,
      value: (row, column) => (isVisible(row, column, causal) ? (weights[row * slots.size + column] ?? 0) : null),
    },
    note: "",
  };
}

function differenceMap(data: Catalogue): SideMap {
  const words = t().side;
  const now = contrast.value;
  const answer = sides.value[0]?.answer;
  const head = { letter: null, look: null, name: words.difference("A", LETTERS[partner.value] ?? ""), shown: "" };
  if (!now || !answer || now.grid.size === 0) {
    const both = [answer, sides.value[partner.value]?.answer];
    return { ...head, cells: null, note: both.some((one) => one?.maps.layers === 0) ? words.noDifference : "" };
  }
  const { grid, cells, left, right } = now;
  const items = grid.columns.map((at) =>
    at === "mask" ? axisItem(data, MASK, 0) : axisItem(data, answer.session[at] ?? MASK, at),
  );
  const value = (row: number, column: number) => cells[row * grid.size + column] ?? null;
  const written = (row: number, column: number) => {
    const at = { row: grid.rows[row] ?? "readout", column: grid.columns[column] ?? 0 };
    return writtenDifference(weightAt(left, at), weightAt(right, at));
  };
  return { ...head, cells: { items, causal: left.causal && right.causal, value, written }, note: "" };
}

export const sideModel = computed<SideModel | null>(() => {
  const data = catalogue.value;
  if (!data || sides.value.length === 0) return null;
  const words = t().side;
  // One colour scale for all models, so that equal colours are equal weights.
  const most = Math.max(0, ...sideMaps.value.map((view) => (view ? largest(view.map.weights) : 0)));
  return {
    models: sides.value.map((one, index) => modelMap(data, one, index)),
    difference: differenceMap(data),
    bound: niceBound(most),
    contrast: contrast.value?.bound ?? 1,
    words: {
      weight: t().why.legendWeight,
      moreLow: words.more(LETTERS[partner.value] ?? ""),
      moreHigh: words.more("A"),
      axes: withoutMarks(words.axes),
      blank: words.blank,
    },
    signed,
    decimal,
  };
});

export const sideWidth = signal(0);

export const sideLayout = computed(() => {
  const model = sideModel.value;
  return model && sideWidth.value > 0 ? layoutSide(model, sideWidth.value) : null;
});

export const sideDrawing = computed(() => {
  const [model, layout] = [sideModel.value, sideLayout.value];
  return model && layout && drawSide(model, layout, PAGE);
});

/** A place of the session in the grid of the difference. */
function inDifference(at: PlacedCell) {
  const grid = contrast.value?.grid;
  const [row, column] = [grid?.rows.indexOf(at.row) ?? -1, grid?.columns.indexOf(at.column) ?? -1];
  return row >= 0 && column >= 0 ? { row, column } : null;
}

/** The focus in every map. */
export const sideFocus = computed<SideFocus>(() => {
  const at = place.value;
  if (!at) return sideMaps.value.map(() => null);
  return [...sideMaps.value.map((view) => view && cellAtPlace(at, view.map.slots)), inDifference(at)];
});
