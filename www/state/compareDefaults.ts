// What the engine would train each system with on the data that is open, and what those runs will be measured beside.
import { computed, effect } from "@preact/signals";
import type { RunConfig } from "../engine.ts";
import { current } from "./current";
import { type DataSource, source } from "./opened";
import { asking, type Question, question } from "./question";
import { systems } from "./systems";

/** The system that sets the budget where nothing else was chosen. */
export const REFERENCE = "dif_sr";

type Configs = Readonly<Record<string, RunConfig>>;
interface Known {
  readonly of: DataSource;
  readonly configs: Configs;
}

/** As text: the wish is a new object whenever any part of it changes. */
const wanted = computed(() => {
  const ids = [...new Set([REFERENCE, ...current.wish.value.systems])];
  return ids.filter((id) => systems.value.some((system) => system.id === id)).join(" ");
});

const asked: Question<Known> = asking<Known>(() => {
  const [of, ids] = [source.value, wanted.value];
  if (!of || ids === "") return null;
  return async (ask) => {
    const before = asked.value.peek();
    const known = before?.of === of ? before.configs : {};
    const found = ids.split(" ").map(async (id): Promise<[string, RunConfig]> => {
      return [id, known[id] ?? (await ask("defaultConfig", { system: id }))];
    });
    return { of, configs: { ...known, ...Object.fromEntries(await Promise.all(found)) } };
  };
});

/** By system, as far as they were asked for. */
export const defaults = computed<Configs>(() => {
  const known = asked.value.value;
  return known && known.of === source.value ? known.configs : {};
});

const sessions = computed(() => Object.values(defaults.value)[0]?.training.eval_sessions ?? null);

/** Ceiling and floors on the sample of validation sessions that runs are measured on; null until they are measured. */
export const validFloors = question("floors", () =>
  sessions.value === null ? null : { split: "valid", sessions: sessions.value },
).value;

/** Resolves once the defaults of these systems are known, which the wish must name; to false where the engine does not give them. */
export function whenKnown(ids: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const isKnown = ids.every((id) => defaults.value[id]);
      if (!isKnown && (asked.pending.value || !asked.failure.value)) return;
      resolve(isKnown);
      queueMicrotask(() => stop());
    });
  });
}
