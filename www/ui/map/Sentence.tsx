// The panel's sentence, made from the numbers on screen, and what must be known to read the maps.
import { t } from "../../content";
import { prediction } from "../../state/answers";
import { session } from "../../state/current";
import { catalogue } from "../../state/opened";
import { count, decimal, percent } from "../common/format";
import { itemName } from "../common/itemWords";
import { sourceName } from "../common/sourceName";
import { type Answered, afterTraining, beforeTraining, NEIGHBOURS } from "./answers";
import { by, picked, shapes } from "./choice";
import { drawn, held, pickedName, stops } from "./model";
import { readShared } from "./reading";

/** The beginning of the list that is held against the neighbours of the newest click. */
const LISTED = 10;

export function Sentence() {
  const late = afterTraining.value;
  if (!late) return null;
  const list = listed(late);
  return (
    <p class="map-reading" data-reading>
      <b>{shared(late)}</b> {list}
    </p>
  );
}

const sharedOf = ({ map }: Answered, attribute: number) =>
  map.shared.find((one) => one.attribute === attribute) ?? null;

function shared(late: Answered): string {
  const words = t().map;
  const source = by.value;
  const attribute = source?.attribute ?? null;
  const after = attribute === null ? null : sharedOf(late, attribute);
  if (!source || attribute === null || !after) return words.noAttributes(percent(held(late), 0));
  const early = beforeTraining.value;
  const reading = readShared(after, early && sharedOf(early, attribute));
  const name = sourceName(source).toLowerCase();
  const write = (value: number) => decimal(value, 1);
  const [mean, chance, of] = [write(reading.after), write(reading.chance), count(NEIGHBOURS)];
  if (reading.kind === "chance") return words.readingChance(mean, of, name, chance);
  const start = words.reading(mean, of, name);
  const { before } = reading;
  if (!before) return start + words.beforeMissing(chance);
  return start + (before.isChance ? words.beforeChance : words.beforeOther)(write(before.mean), chance);
}

/** How far the list is a list of neighbours. */
function listed(late: Answered): string {
  const newest = session.value.at(-1);
  const top = prediction.value?.top.slice(0, LISTED) ?? [];
  if (newest === undefined || top.length === 0) return "";
  const near = new Set(late.map.neighbours[newest - 1] ?? []);
  const both = top.filter(({ item }) => near.has(item)).length;
  return t().map.listed(both, top.length, itemName(catalogue.value, newest));
}

export function Note() {
  const words = t().map;
  const data = catalogue.value;
  if (!data) return null;
  const numbers = dimensions();
  const all = data.items.length - 1;
  const only = picked.value;
  const solid = shapes.value?.values.find(({ id }) => id === only);
  const said = [
    ...(solid ? [words.solid(words.items(count(solid.items)), pickedName())] : []),
    ...(shapes.value?.hasBags ? [words.bag] : []),
    numbers === null ? words.noteBare : words.note(count(numbers)),
    ...(drawn.value.length < all ? [words.thinned(count(drawn.value.length), count(all))] : []),
    ...(stops.value.length < session.value.length ? [words.path(stops.value.length, session.value.length)] : []),
  ];
  return <p class="note map-note">{said.join(" ")}</p>;
}

/** Numbers in the row of one item; null where the model does not say. */
export function dimensions(): number | null {
  const config = afterTraining.value?.model.summary.config;
  return config && "hidden_size" in config ? (config.hidden_size ?? null) : null;
}
