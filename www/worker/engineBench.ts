// For tests: a page and its engine workers in one thread, all of which can be made to die.
import { onTestFinished } from "vitest";
import type { Lab, ModelSummary, System } from "../engine.ts";
import { isTrap } from "./crash";
import { EngineConnection } from "./engineClient";
import { hostEngine } from "./engineHost";
import { oneCopy } from "./engineModule";
import { toWire } from "./failure";
import { fakeEngine, MODULE, predictionOf, SUMMARY } from "./fakeLab";
import type { OnProgress } from "./fetchFile";
import { type PortPair, portPair } from "./portPair";
import type { DataSource } from "./protocol";

export const OTHER: DataSource = { kind: "synthetic", config: { preset: "brand_loyal", seed: 2 } };

export const arrives = async () => MODULE;
export const fails = (message: string) => () => Promise.reject<WebAssembly.Module>(new Error(message));

/** How a question ended: "answered", or the code of its failure. */
export function codeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => "answered",
    (thrown) => thrown.detail.code,
  );
}

interface Setup {
  /** The engine's code, by fetch; the last one repeats. */
  code?: (() => Promise<WebAssembly.Module>)[];
  answers?: Partial<Lab>;
}

/** `calls`: what engines were asked. `heard`: what was told of crashes. `kill`: the newest worker dies, with these words. */
export function engineBench({ code = [arrives], answers = {} }: Setup = {}) {
  const workers: PortPair[] = [];
  const calls: string[] = [];
  const heard: string[] = [];
  const progress: OnProgress[] = [];
  let fetches = 0;
  const lab = fakeEngine({
    open_synthetic: (config) => {
      calls.push(`open ${JSON.parse(config).preset}`);
      return SUMMARY;
    },
    load_model: async (bytes: { length: number }, slot?: string | null) => {
      calls.push(`load ${bytes.length} ${slot}`);
      return {} as ModelSummary;
    },
    drop_model: (slot) => {
      calls.push(`drop ${slot}`);
    },
    real_session: (seed) => ({ items: [seed], target: 1, user: 1, cuts: [0, 0] }),
    systems: () => [{ id: "dif_sr" } as System],
    predict: async (_, items) => predictionOf([...items]),
    explain: async () => {
      throw Object.assign(new Error("Load a model first."), { detail: { code: "not_ready", what: "model" } });
    },
    ...answers,
  });
  const client = new EngineConnection(
    () => {
      const pair = portPair();
      workers.push(pair);
      const onFatal = (thrown: unknown) => pair.inside.postMessage({ event: "crashed", failure: toWire(thrown) }, []);
      hostEngine(pair.inside, async () => lab, {
        isFatal: isTrap,
        onFatal,
      });
      return pair.worker;
    },
    oneCopy(() => {
      const fetchIt = code[Math.min(fetches, code.length - 1)] ?? arrives;
      fetches += 1;
      return { compiled: fetchIt(), onProgress: (listener) => progress.push(listener) };
    }),
  );
  client.onCrash(({ message }, restarted) => heard.push(`${message}, ${restarted ? "started again" : "given up"}`));
  const kill = (...words: string[]) => {
    for (const word of words) workers.at(-1)?.fireError(word);
  };
  onTestFinished(() => {
    for (const { worker } of workers) worker.terminate();
  });
  return { client, workers, calls, heard, progress, kill };
}
