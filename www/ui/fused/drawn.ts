// The system that stands for each way, with its settings and its maps of the session on screen. The model that answers is asked anyway; the
// others are loaded into slots of their own while the panel is shown.
import { computed, effect, signal } from "@preact/signals";
import type { Explanation, ModelConfig } from "../../engine.ts";
import { answered, explanation, isSettled, pending } from "../../state/answers";
import { choices } from "../../state/choices";
import { current, session } from "../../state/current";
import { defaultConfig, defaultConfigs } from "../../state/defaultConfigs";
import { client, isOpening } from "../../state/engine";
import type { Way } from "../../state/fields";
import { loaded, ofData, source } from "../../state/opened";
import { asking, type Question } from "../../state/question";
import { type Choice, readyKey } from "../../state/shelf";
import { shownPlaces } from "../../state/shown";
import { systems } from "../../state/systems";
import { WAYS } from "../../state/ways";
import type { WorkerFailure } from "../../worker/client";
import { drawnSystem } from "./ways";

export interface Drawn {
  readonly way: Way;
  readonly system: string;
  readonly name: string;
  /** Null until the engine has said it. */
  readonly config: ModelConfig | null;
  /** That the model was trained with; null without one. */
  readonly seed: number | null;
  /** Null without a model, without a session, and until it has answered. */
  readonly maps: Explanation | null;
  /** It is the model that answers. */
  readonly isAnswering: boolean;
  /** There is a model of this system for the data that is open. */
  readonly hasModel: boolean;
  readonly failure: WorkerFailure | null;
  readonly again: () => void;
}

/** Every way is drawn, not only the chosen one. */
export const drawsAll = signal(false);
const { isShown, show } = shownPlaces();

export const answeringSystem = computed(() => loaded.value?.summary.system.id ?? null);

const systemFor = (way: Way) => computed(() => drawnSystem(way, current.diagrams.value, answeringSystem.value));
const systemOf = { early: systemFor("early"), decoupled: systemFor("decoupled"), late: systemFor("late") };

/** The page's own model of a system, or the newest that was trained here. */
export function choiceOf(system: string): Choice | null {
  const all = choices.value;
  return all.find(({ key }) => key === readyKey(system)) ?? all.findLast((choice) => choice.system === system) ?? null;
}

interface Answer {
  readonly system: string;
  readonly config: ModelConfig;
  readonly seed: number | null;
  readonly maps: Explanation;
}

const slotOf = (way: Way) => `fused-${way}`;
/** What each slot of the engine holds. */
const held = ofData<ReadonlyMap<Way, { readonly choice: Choice } & Pick<Answer, "config" | "seed">>>(new Map());

function ask(way: Way): Question<Answer> {
  return asking<Answer>(
    () => {
      const system = systemOf[way].value;
      const items = answered.value;
      const choice = choiceOf(system);
      const isWanted = isShown.value && (drawsAll.value || current.way.value === way);
      if (!isWanted || !choice || items.length === 0 || answeringSystem.value === system) return null;
      return async (engine) => {
        const slot = slotOf(way);
        let holds = held.peek().get(way);
        if (holds?.choice.key !== choice.key || holds.choice.version !== choice.version) {
          const { config, seed } = await engine("loadModel", { bytes: await choice.weights(), slot });
          holds = { choice, config, seed };
          held.put(new Map(held.peek()).set(way, holds));
        }
        const { value: maps } = await engine("explain", { items: [...items], model: slot });
        return { system, config: holds.config, seed: holds.seed, maps };
      };
    },
    // The visitor's own list comes first.
    { when: () => isSettled.value && !pending.value },
  );
}

const asked = { early: ask("early"), decoupled: ask("decoupled"), late: ask("late") };

function drawnOf(way: Way): Drawn {
  const system = systemOf[way].value;
  const own = loaded.value;
  const isAnswering = own?.summary.system.id === system;
  const other = asked[way].value.value;
  const answer = other?.system === system ? other : null;
  const config = isAnswering ? own.summary.config : (answer?.config ?? defaultConfigs.value.get(system)?.model ?? null);
  const maps = isAnswering ? explanation.value : (answer?.maps ?? null);
  return {
    ...{ way, system, config, isAnswering },
    seed: (isAnswering ? own.summary.seed : answer?.seed) ?? null,
    name: systems.value.find(({ id }) => id === system)?.name ?? (isAnswering ? own.summary.system.name : system),
    maps: maps && maps.layers > 0 && maps.items.length > 0 && session.value.length > 0 ? maps : null,
    hasModel: isAnswering || choiceOf(system) !== null,
    failure: asked[way].failure.value,
    again: asked[way].again,
  };
}

/** Early, decoupled, late. */
export const drawn = computed<readonly Drawn[]>(() => WAYS.map(drawnOf));

export const chosen = computed(() => drawn.value.find(({ way }) => way === current.way.value) ?? null);

/** Follows state and engine while the panel is on the page. Returns what stops it. */
export function follow(): () => void {
  const hide = show();
  const stop = effect(() => {
    // Nothing has settings before data is open.
    if (!client.value || isOpening.value || !source.value) return;
    for (const way of WAYS) void defaultConfig(systemOf[way].value);
  });
  return () => {
    stop();
    hide();
    if (isShown.peek()) return;
    for (const way of held.peek().keys()) {
      // A dead engine has dropped everything.
      client
        .peek()
        ?.ask("dropModel", { slot: slotOf(way) })
        .catch(() => undefined);
    }
    held.put(new Map());
  };
}
