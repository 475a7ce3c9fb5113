// What a link asks for that only the data or the model can tell: what neither has goes back to what it is without a link, and is named.
// Fetched once the page is at rest.
import { explanation, timings } from "./answers";
import type { Cell } from "./codecs";
import { current, set } from "./current";
import { readyShop, sameData } from "./dataKey";
import { FALLBACKS, FIELDS, type FieldName, LEAST_SIDES, type Patch } from "./fields";
import { leftOut } from "./link";
import { sayDropped } from "./notices";
import { openData } from "./opened";
import { fetchReadyIndex, readyIndexOf } from "./ready";
import { isVisible } from "./slots";
import { attributeLetters } from "./sourceLetters";
import { until } from "./until";
import { wayOf } from "./ways";

type OpenData = NonNullable<typeof openData.value>;

/** Checks what a link said, as far as it still stands. Resolves once all of it is checked, which may be never: of maps, when there are some. */
export async function checkLink(patch: Patch): Promise<void> {
  const open = openData.peek();
  if (!open || !sameData(open.key, patch.data ?? FALLBACKS.data)) return;
  checkSources(patch, open);
  checkLetters(patch, open);
  checkDiagrams(patch);
  await Promise.all([checkModels(patch, open), checkMaps(patch, open)]);
}

/** Leaves a field as it would be without the link, or with the rest of what it said. */
function leave<Name extends FieldName>(
  patch: Patch,
  name: Name,
  part?: string,
  rest: Patch[Name] = FALLBACKS[name],
): void {
  // The visitor chose anew meanwhile.
  if (current[name].peek() !== patch[name]) return;
  const [[key, text] = ["", ""]] = FIELDS[name].write(patch[name] as never);
  sayDropped([leftOut(key, part ?? text)]);
  set({ [name]: rest });
}

/** By the data's letters: a model that has not all of them has nothing to switch off there, and another one may. */
function checkSources(patch: Patch, { catalogue }: OpenData): void {
  const letters = ["I", "P", ...attributeLetters(catalogue.attributes.map(({ name }) => name))];
  const left = patch.off?.filter((letter) => !letters.includes(letter)) ?? [];
  if (left.length > 0)
    leave(
      patch,
      "off",
      left.join(""),
      patch.off?.filter((letter) => letters.includes(letter)),
    );
}

/** A source to light, and an attribute to tell items apart by. */
function checkLetters(patch: Patch, { catalogue }: OpenData): void {
  const { source, mapBy } = patch;
  const attributes = attributeLetters(catalogue.attributes.map(({ name }) => name));
  if (source && !["I", "P", ...attributes].includes(source)) leave(patch, "source");
  if (mapBy && !attributes.includes(mapBy)) leave(patch, "mapBy");
}

/** One system a way is drawn, and none that belongs to none of them. */
function checkDiagrams(patch: Patch): void {
  const asked = patch.diagrams ?? [];
  const rest = asked.filter((id) => wayOf(id) !== null && asked.find((one) => wayOf(one) === wayOf(id)) === id);
  const left = asked.filter((id) => !rest.includes(id));
  if (left.length > 0) leave(patch, "diagrams", left.join("."), rest);
}

async function checkModels(patch: Patch, { key }: OpenData): Promise<void> {
  const { model = FALLBACKS.model, beside = FALLBACKS.beside, sides = [], partner = 1 } = patch;
  if (partner >= Math.max(2, sides.length)) leave(patch, "partner");
  if (model === FALLBACKS.model && beside === FALLBACKS.beside && sides.length === 0) return;
  const shop = readyShop(key);
  if (shop) await fetchReadyIndex(shop);
  const index = shop && readyIndexOf(shop).peek();
  // That the list did not arrive is said where it is needed.
  if (shop && !index) return;
  const has = (id: string) => index?.systems.some((system) => system.id === id) === true;
  if (model !== FALLBACKS.model && !has(model)) leave(patch, "model");
  if (beside !== FALLBACKS.beside && !has(beside)) leave(patch, "beside");
  const left = sides.filter((id) => !has(id));
  const rest = sides.filter(has);
  if (left.length > 0 && rest.length >= LEAST_SIDES) leave(patch, "sides", left.join("."), rest);
  else if (left.length > 0) leave(patch, "sides");
}

/** By the maps of the first model that answers. One without maps has none to point at: the choice waits for one that has. */
async function checkMaps(patch: Patch, open: OpenData): Promise<void> {
  if (patch.layer === undefined && patch.head === undefined && !patch.focus) return;
  await until(() => (timings.value !== null && explanation.value !== null) || openData.value?.source !== open.source);
  const maps = explanation.peek();
  if (openData.peek()?.source !== open.source || !maps || maps.layers === 0) return;
  const { layer = 0, head = 0, focus } = patch;
  if (layer >= maps.layers) leave(patch, "layer");
  if (head !== "mean" && head >= maps.heads) leave(patch, "head");
  const most = maps.items.length;
  const isThere = (cell: Cell) =>
    cell.row < most && cell.column < most && isVisible(cell.row, cell.column, maps.causal);
  if (focus && !isThere(focus)) leave(patch, "focus");
}
