// The item map as it is drawn: worked out once for its numbers; what lights up under the pointer changes none of this.
import { computed, signal } from "@preact/signals";
import { t } from "../../content";
import { prediction } from "../../state/answers";
import { session } from "../../state/current";
import { catalogue } from "../../state/opened";
import { drawItemMap } from "../../viz/drawItemMap";
import { layoutItemMap } from "../../viz/itemMapLayout";
import type { ItemMapModel, Lit, OneItemMap } from "../../viz/itemMapModel";
import { PAGE } from "../../viz/tokens";
import { count, percent } from "../common/format";
import { shortValueName, valueName } from "../common/itemWords";
import { attributeName } from "../common/sourceName";
import { type Answered, afterTraining, beforeTraining } from "./answers";
import { by, litItem, picked, shapes } from "./choice";
import { drawnItems } from "./drawn";

/** More numbered clicks than this hide the items they are of. */
const MOST_STOPS = 30;

/** Clicks on the path, the newest ones: their place in the session, and their item. */
export const stops = computed(() =>
  session.value.map((item, at) => ({ step: String(at + 1), item })).slice(-MOST_STOPS),
);

export const nextItem = computed(() => (session.value.length > 0 ? (prediction.value?.top[0]?.item ?? null) : null));

/** The maps that are here, before training first. */
export const answeredMaps = computed<readonly { readonly isAfter: boolean; readonly answer: Answered }[]>(() => {
  const [early, late] = [beforeTraining.value, afterTraining.value];
  return [...(early ? [{ isAfter: false, answer: early }] : []), ...(late ? [{ isAfter: true, answer: late }] : [])];
});

/** Item ids of the marks. */
export const drawn = computed<readonly number[]>(() => {
  const items = catalogue.value?.items ?? [];
  return drawnItems(items, [...stops.value.map(({ item }) => item), nextItem.value ?? 0]);
});

const markOf = computed(() => new Map(drawn.value.map((item, mark) => [item, mark])));

/** The mark of an item; null where it is not drawn. */
export function markOfItem(item: number): number | null {
  return markOf.value.get(item) ?? null;
}

export function mapTitle({ isAfter, answer }: { readonly isAfter: boolean; readonly answer: Answered }): string {
  const words = t().map;
  if (!isAfter) return words.before;
  const { summary, label } = answer.model;
  if (label !== "") return label;
  const epochs = summary.trained?.epochs ?? 0;
  return epochs > 0 ? words.after(count(epochs)) : words.afterSome;
}

/** Share of the variance along the two axes. */
export function held({ map }: Answered): number {
  return (map.explained[0] ?? 0) + (map.explained[1] ?? 0);
}

export const itemMapModel = computed<ItemMapModel | null>(() => {
  const [data, shape, maps] = [catalogue.value, shapes.value, answeredMaps.value];
  if (!data || !shape || maps.length === 0 || drawn.value.length < 2) return null;
  const source = by.value;
  const attribute = source?.attribute ?? null;
  const info = attribute === null ? null : (data.attributes[attribute] ?? null);
  const only = picked.value;
  const marks = drawn.value.map((id) => {
    const value = shape.worn[id] ?? null;
    const glyph = shape.values.find((one) => one.id === value)?.glyph ?? ("dot" as const);
    const item = data.items[id];
    const holds = attribute !== null && only !== null && (item?.values[attribute] ?? []).includes(only);
    return { id, name: item?.name ?? "", glyph, isPicked: holds };
  });
  const worn = (id: number | null) =>
    marks.flatMap((mark, index) => ((shape.worn[mark.id] ?? null) === id ? [index] : []));
  const inside = (item: number) => markOf.value.get(item) ?? -1;
  const next = nextItem.value;
  return {
    marks,
    source: source?.token ?? "src-item",
    values: info
      ? [
          ...shape.values.map(({ id, glyph }) => ({
            ...{ name: shortValueName(info, id), glyph, isPicked: id === only, marks: worn(id) },
          })),
          ...(shape.hasOthers ? [{ name: t().map.others, glyph: "dot" as const, isPicked: false, marks: [] }] : []),
        ].map((value) => ({ ...value, name: named(info.name, value.name, info.values.length - 1) }))
      : [],
    hasPicked: only !== null,
    maps: maps.map(
      (one): OneItemMap => ({
        title: mapTitle(one),
        holds: t().map.holds(percent(held(one.answer), 0)),
        points: drawn.value.map((id) => {
          const [x = 0, y = 0] = one.answer.map.coordinates[id - 1] ?? [];
          return [x, y] as const;
        }),
        isNamed: one.isAfter,
      }),
    ),
    stops: stops.value.map(({ step, item }) => ({ step, mark: inside(item) })),
    next: next === null ? null : { mark: inside(next), name: data.items[next]?.name ?? "" },
  };
});

/** Bare numbers say nothing on a map: a price band brings its mark's name along. */
function named(attribute: string, value: string, of: number): string {
  return /^\d+$/.test(value) && of < 10 ? `${attributeName(attribute)} ${value}` : value;
}

/** A value as it stands in a sentence. */
export function pickedName(): string {
  const [data, attribute, value] = [catalogue.value, by.value?.attribute ?? null, picked.value];
  const info = attribute === null ? null : (data?.attributes[attribute] ?? null);
  return info && value !== null ? valueName(info, value) : "";
}

/** What is lit, in marks: neighbours that are not drawn are in the list only. */
export function litMarks(item: number | null): Lit | null {
  const mark = item === null ? null : markOfItem(item);
  if (item === null || mark === null) return null;
  const neighbours = answeredMaps.value.map(({ answer }) =>
    (answer.map.neighbours[item - 1] ?? []).flatMap((one) => markOfItem(one) ?? []),
  );
  return { mark, neighbours };
}

export const lit = computed(() => litMarks(litItem.value));

/** Width for the drawing; set by the component that holds it. */
export const mapRoom = signal(0);

export const itemMapLayout = computed(() => {
  const model = itemMapModel.value;
  return model && mapRoom.value > 0 ? layoutItemMap(model, mapRoom.value) : null;
});

export const itemMapDrawing = computed(() => {
  const [model, layout] = [itemMapModel.value, itemMapLayout.value];
  return model && layout && drawItemMap(model, layout, PAGE);
});
