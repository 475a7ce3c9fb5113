// The stored example: data, model and answers of the first shop, on screen before any engine runs.
import { batch } from "@preact/signals";
import type { BakedExample, Preset } from "../engine.ts";
import { showStored } from "./answers";
import { begin } from "./begin";
import { experiment } from "./current";
import { FIRST_SHOP, readyShop, sameData } from "./dataKey";
import { FIRST_SYSTEM } from "./firstSystem";
import { floors, loaded, openData } from "./opened";
import { sourceOf } from "./ownData";
import { readyKey } from "./shelf";
import { rememberShop } from "./shopFacts";

/** Paints it, where the state asks for its data; what the state asks for beyond it waits for the engine. */
export function paintStored(example: BakedExample): void {
  const shop: Preset | null = readyShop(FIRST_SHOP);
  if (shop) rememberShop(shop, example);
  const source = sourceOf(FIRST_SHOP);
  if (!source || !sameData(experiment.peek().data, FIRST_SHOP)) return;
  batch(() => {
    const { catalogue, summary, examples } = example;
    openData.value = { key: FIRST_SHOP, source, catalogue, summary, examples };
    floors.put(example.floors);
    begin(example.session, catalogue.items.length);
    if (experiment.peek().model !== FIRST_SYSTEM) return;
    loaded.value = {
      key: readyKey(FIRST_SYSTEM),
      summary: example.model,
      origin: "ready",
      label: "",
      bytes: null,
    };
    showStored(example);
  });
}
