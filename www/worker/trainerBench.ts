// For tests: a page and its trainer workers in one thread.
import { onTestFinished, vi } from "vitest";
import { isTrap } from "./crash";
import { fakeLab, MODULE } from "./fakeLab";
import { type PortPair, portPair } from "./portPair";
import type { DataSource } from "./protocol";
import { TrainerConnection, type TrainerEvent } from "./trainerClient";
import { hostTrainer, type TrainerBackends, type TrainerLab } from "./trainerHost";

export const FILES: DataSource = {
  kind: "files",
  name: "ml.inter",
  itemName: "ml.item",
  log: new TextEncoder().encode("clicks"),
  keep: {},
};

/** One lab for every worker, or one for each. `backends` replaces what opens them. */
export function trainerBench(
  lab: TrainerLab | (() => TrainerLab) = fakeLab(),
  backends: Partial<TrainerBackends> = {},
) {
  const pairs: PortPair[] = [];
  const events: TrainerEvent[] = [];
  const client = new TrainerConnection(
    () => {
      const pair = portPair();
      pairs.push(pair);
      const onFatal = (thrown: unknown) => {
        const message = String(thrown);
        pair.inside.postMessage({ event: "crashed", failure: { message, detail: { code: "crashed", message } } }, []);
      };
      const make = async () => (typeof lab === "function" ? lab() : lab);
      const findAdapter: TrainerBackends["findAdapter"] = async () => ({ found: true, name: "card", fallback: false });
      hostTrainer(
        pair.inside,
        { findAdapter, openCpu: make, openGpu: make, ...backends },
        { isFatal: isTrap, onFatal },
      );
      return pair.worker;
    },
    async () => MODULE,
  );
  client.on((event) => events.push(event));
  const until = (type: TrainerEvent["type"]) =>
    vi.waitFor(() => {
      if (!events.some((event) => event.type === type)) throw new Error(`no ${type} yet`);
    });
  onTestFinished(() => {
    for (const { worker } of pairs) worker.terminate();
  });
  return { client, pairs, events, until };
}
