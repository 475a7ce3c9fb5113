// The engine worker without the worker: the operations it answers, over an engine that may still be loading.
import type { Lab, ModelSummary, RunConfig } from "../engine.ts";
import { openSource } from "./openSource";
import type { Port } from "./port";
import type { EngineOperations, Timed } from "./protocol";
import { type Handlers, serve } from "./rpc";
import { buffersOf } from "./transfer";

export type EngineLab = Pick<
  Lab,
  | "device"
  | "open_synthetic"
  | "open_atomic"
  | "catalogue"
  | "real_session"
  | "floors"
  | "systems"
  | "default_config"
  | "read_config"
  | "load_model"
  | "drop_model"
  | "predict"
  | "explain"
>;

export interface CrashRules {
  isFatal(thrown: unknown): boolean;
  onFatal(thrown: unknown): void;
}

/** `openLab` makes an engine of the code that the page hands over. Calls that come before wait for it. */
export function hostEngine(
  port: Port,
  openLab: (compiled: WebAssembly.Module) => Promise<EngineLab>,
  crash: CrashRules,
): void {
  let start: (opening: Promise<EngineLab>) => void = () => undefined;
  const lab = new Promise<EngineLab>((resolve) => {
    start = resolve;
  });
  // Without an engine there is nothing to wait for.
  lab.catch(crash.onFatal);
  const handlers: Handlers<EngineOperations> = {
    start: async ({ compiled }) => {
      start(openLab(compiled));
      return (await lab).device();
    },
    open: async (source) => openSource(await lab, source),
    catalogue: async () => (await lab).catalogue(),
    realSession: async ({ seed }) => (await lab).real_session(seed),
    floors: async ({ split, sessions }) => (await lab).floors(split, sessions),
    systems: async () => (await lab).systems(),
    defaultConfig: async ({ system }) => (await lab).default_config(system) as RunConfig,
    readConfig: async ({ text }) => (await lab).read_config(text) as RunConfig,
    loadModel: async ({ bytes, slot }) => (await (await lab).load_model(bytes, slot)) as ModelSummary,
    dropModel: async ({ slot }) => {
      (await lab).drop_model(slot);
      return null;
    },
    predict: async (request) => timed(await lab, (ready) => ready.predict(request)),
    explain: async (request) => timed(await lab, (ready) => ready.explain(request)),
  };
  // Floors rank every session of a split; a click that arrives meanwhile goes first.
  serve(port, handlers, { background: ["floors"], immediate: ["start"], transfer: buffersOf, ...crash });
}

async function timed<T>(lab: EngineLab, work: (lab: EngineLab) => Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const value = await work(lab);
  return { value, ms: performance.now() - start };
}
