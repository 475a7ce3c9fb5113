// From what a visitor chose to the runs that answer it, and how long they will take.
import type { RunConfig, System, Targets } from "../engine.ts";
import { canonicalJson } from "./canonical";
import type { RunRecord } from "./runRecord";
import { MOST_SYSTEMS, type Wish } from "./wishField";

/** The wish in full: what every chosen system gets alike. Everything else is its own default for the data. */
export interface Budget extends Omit<Wish, "epochs" | "firstSeed"> {
  readonly epochs: number;
  readonly firstSeed: number;
}

export interface PlannedRun {
  readonly system: string;
  readonly name: string;
  readonly seed: number;
  readonly config: RunConfig;
}

/** Chosen systems in the engine's order, whatever order they were chosen in. */
export function chosenSystems(budget: Budget, systems: readonly System[]): System[] {
  return systems.filter(({ id }) => budget.systems.includes(id));
}

/** With one more or one less; unchanged where that would be too many. */
export function toggled(systems: readonly string[], id: string): readonly string[] {
  const without = systems.filter((one) => one !== id);
  if (without.length < systems.length) return without;
  return systems.length < MOST_SYSTEMS ? [...systems, id] : systems;
}

function targetsOf(budget: Budget, system: System, fallback: Targets): Targets {
  return budget.targets === "prefix" && system.targets.includes("prefix") ? "prefix" : fallback;
}

function configFor(budget: Budget, system: System, seed: number, defaults: RunConfig): RunConfig {
  const targets = targetsOf(budget, system, defaults.training.targets);
  return { ...defaults, training: { ...defaults.training, epochs: budget.epochs, seed, targets } };
}

/**
 * Every run of a budget: all systems with one seed, then all with the next, so that they can be compared after the first round. Systems
 * whose defaults are not known yet are left out.
 */
export function plan(
  budget: Budget,
  systems: readonly System[],
  defaults: ReadonlyMap<string, RunConfig>,
): PlannedRun[] {
  const seeds = Array.from({ length: budget.seeds }, (_, index) => budget.firstSeed + index);
  return seeds.flatMap((seed) =>
    chosenSystems(budget, systems).flatMap((system) => {
      const known = defaults.get(system.id);
      return known
        ? [{ system: system.id, name: system.name, seed, config: configFor(budget, system, seed, known) }]
        : [];
    }),
  );
}

/** What is already known of a planned run: a finished run of the same configuration on the same data, with its test result. */
export function recordFor(planned: PlannedRun, records: readonly RunRecord[], data: string): RunRecord | null {
  const wanted = canonicalJson(planned.config);
  return (
    records.find(
      (one) =>
        one.test !== null && one.data === data && one.system === planned.system && canonicalJson(one.config) === wanted,
    ) ?? null
  );
}

/** One name for a planned run, for what failed and what is under way. */
export function runKey({ system, seed }: Pick<PlannedRun, "system" | "seed">): string {
  return `${system} ${seed}`;
}

/**
 * Milliseconds that the runs after the present one take: each as long as the finished runs of its system took, or else as the
 * mean of all that are known. Null while nothing is known.
 */
export function timeAhead(
  ahead: readonly PlannedRun[],
  known: readonly { readonly system: string; readonly ms: number }[],
): number | null {
  if (ahead.length === 0) return 0;
  if (known.length === 0) return null;
  const mean = (list: readonly { ms: number }[]) => list.reduce((sum, one) => sum + one.ms, 0) / list.length;
  return ahead.reduce((sum, run) => {
    const same = known.filter((one) => one.system === run.system);
    return sum + mean(same.length > 0 ? same : known);
  }, 0);
}
