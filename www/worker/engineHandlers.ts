// What the engine worker answers, one handler a question. A new question is a line of `EngineOperations` and its handler here.
import type { Lab as Engine, ExplainingLab, ModelSummary, RunConfig } from "../engine.ts";
import { openSource } from "./openSource";
import type { EngineOperations, Timed } from "./protocol";

type Lab = Engine & ExplainingLab;
type Args<Op extends keyof EngineOperations> = EngineOperations[Op]["args"];
type Result<Op extends keyof EngineOperations> = EngineOperations[Op]["result"];
type Answer<Op extends keyof EngineOperations> = (lab: Lab, args: Args<Op>) => Result<Op> | Promise<Result<Op>>;

export const handlers: { readonly [Op in keyof EngineOperations]: Answer<Op> } = {
  open: openSource,
  catalogue: (lab) => lab.catalogue(),
  realSession: (lab, { seed }) => lab.real_session(seed),
  floors: (lab, { split, sessions }) => lab.floors(split, sessions),
  systems: (lab) => lab.systems(),
  defaultConfig: (lab, { system }) => lab.default_config(system) as RunConfig,
  readConfig: (lab, { text }) => lab.read_config(text) as RunConfig,
  loadModel: async (lab, { bytes, slot }) => (await lab.load_model(bytes, slot)) as ModelSummary,
  dropModel: (lab, { slot }) => {
    lab.drop_model(slot);
    return null;
  },
  predict: (lab, request) => timed(() => lab.predict(request)),
  explain: (lab, request) => timed(() => lab.explain(request)),
  rank: (lab, request) => lab.rank(request),
  randomRank: (lab, request) => lab.random_rank(request),
  gradients: (lab, request) => lab.gradients(request),
  attribution: (lab, request) => lab.attribution(request),
  edits: (lab, request) => lab.edits(request),
  itemMap: (lab, request) => lab.item_map(request),
  truthClicks: (lab) => lab.truth_clicks(),
  truth: (lab, request) => lab.truth(request),
  agreement: (lab, request) => lab.agreement(request),
  law: (lab, { model }) => lab.law(model),
};

/** Long, and nobody looks at them: a click that arrives meanwhile goes first. Floors rank every session of a split. */
export const BACKGROUND: readonly (keyof EngineOperations)[] = ["floors", "truth", "law"];

/** An answer with its time inside the engine. */
async function timed<Value>(work: () => Promise<Value>): Promise<Timed<Value>> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}
