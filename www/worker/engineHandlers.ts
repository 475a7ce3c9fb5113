// What the engine worker answers, one handler a question. A new question is a line of `EngineOperations` and its handler here.
import type { Lab, ModelSummary, OpenedRun, RunConfig } from "../engine.ts";
import { openSource } from "./openSource";
import type { EngineOperations, Timed } from "./protocol";

type Args<Op extends keyof EngineOperations> = EngineOperations[Op]["args"];
type Result<Op extends keyof EngineOperations> = EngineOperations[Op]["result"];
type Answer<Op extends keyof EngineOperations> = (lab: Lab, args: Args<Op>) => Result<Op> | Promise<Result<Op>>;

export const handlers: { readonly [Op in keyof EngineOperations]: Answer<Op> } = {
  open: openSource,
  dataFacts: (lab) => lab.data_facts(),
  remains: (lab, { name, log, keep }) => lab.remains(name, log, JSON.stringify(keep)),
  catalogue: (lab) => lab.catalogue(),
  realSession: (lab, { seed }) => lab.real_session(seed),
  floors: (lab, { split, sessions }) => lab.floors(split, sessions),
  systems: (lab) => lab.systems(),
  defaultConfig: (lab, { system }) => lab.default_config(system) as RunConfig,
  readConfig: (lab, { text }) => lab.read_config(text) as RunConfig,
  // A run that is begun and left alone says what it would be, and the next takes its place: the engine that answers trains nothing.
  plan: (lab, { config }) => lab.start_training(JSON.stringify(config), null),
  loadModel: async (lab, { bytes, slot }) => (await lab.load_model(bytes, slot)) as ModelSummary,
  dropModel: (lab, { slot }) => {
    lab.drop_model(slot);
    return null;
  },
  predict: (lab, { model = MAIN, items, k, exclude_seen, source_scale = [] }) =>
    timed(() => lab.predict(model, ids(items), k, exclude_seen, Float32Array.from(source_scale))),
  explain: (lab, { model = MAIN, items, source_scale = [] }) =>
    timed(() => lab.explain(model, ids(items), Float32Array.from(source_scale))),
  rank: (lab, { model = MAIN, items }) => lab.rank(model, ids(items)),
  randomRank: (lab, { length, width, attribute_widths, attribute_values, items, seed }) =>
    lab.random_rank(length, width, ids(attribute_widths), ids(attribute_values), items, seed),
  gradients: (lab, { model = MAIN, items, target, batch }) => lab.gradients(model, ids(items), target, batch),
  attribution: (lab, { model = MAIN, items, candidate, source_scale = [] }) =>
    lab.attribution(model, ids(items), candidate, Float32Array.from(source_scale)),
  edits: (lab, { model = MAIN, items, candidate, edit, slot = 0, from = 0, count = MOST_ITEMS, source_scale = [] }) => {
    const scales = Float32Array.from(source_scale);
    return edit === "replace"
      ? lab.replacements(model, ids(items), candidate, slot, from, count, scales)
      : lab.removals(model, ids(items), candidate, edit === "remove_two", scales);
  },
  itemMap: (lab, { model = MAIN, untrained, neighbours }) => lab.item_map(model, untrained, neighbours),
  truthClicks: (lab) => lab.truth_clicks() ?? null,
  truth: (lab, { model = MAIN, question, from, count }) => lab.truth(model, question, from, count),
  agreement: (lab, { pairs }) => pairs.map(({ named, truth }) => lab.agreement(ids(named), ids(truth))),
  law: (lab, { model = MAIN }) => lab.law(model),
  forPyTorch: (lab, { bytes }) => lab.for_pytorch(bytes) ?? null,
  runFile: (lab, { run, seen, best }) => lab.run_file(run, JSON.stringify(seen), best),
  openRun: (lab, { bytes }) => lab.open_run(bytes) as OpenedRun,
  loadUntrained: (lab, { from, slot }) => lab.load_untrained(from, slot) as ModelSummary,
};

/** What the engine calls the model that answers. */
const MAIN = "main";

/** More than any catalogue has. */
const MOST_ITEMS = 2 ** 31;

/** Whole numbers as the boundary takes them. */
const ids = (numbers: readonly number[]) => Uint32Array.from(numbers);

/** Long, and nobody looks at them: a click that arrives meanwhile goes first. Floors rank every session of a split. */
export const BACKGROUND: readonly (keyof EngineOperations)[] = [
  ...(["floors", "truth", "law", "remains", "dataFacts", "plan"] as const),
];

/** An answer with its time inside the engine. */
async function timed<Value>(work: () => Promise<Value>): Promise<Timed<Value>> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}
