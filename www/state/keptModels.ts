// Models of finished runs outlive the page: of each system the newest of either panel can answer again, once its data is open.
import { effect } from "@preact/signals";
import type { DataSource } from "../worker/client";
import { measured } from "./measured";
import { source } from "./opened";
import { keptWeights, openIdentity, prepareHistory, recordsHere } from "./runHistory";
import { bestEpoch, type RunRecord } from "./runRecord";
import { comparedKey, offerTrained, sameSource, type TrainedModel } from "./shelf";

/** Names a model by its run. */
export type RecordLabel = (record: RunRecord, epoch: number) => string;
type LateLabel = (record: RunRecord, epoch: number) => Promise<string>;

/** Runs of this visit: what they left stands on the shelf already, for the data as it was opened then. */
const ofVisit = new Map<string, DataSource>();

export function isOnShelf(record: RunRecord, of: DataSource): void {
  ofVisit.set(record.id, of);
}

/** A kept run as the shelf has it. */
export function shelved(record: RunRecord, label: string, of: DataSource, bytes: Uint8Array): TrainedModel {
  const system = record.system ?? record.config.model.kind;
  const isCompared = record.origin === "compare";
  const at = isCompared && record.best && measured(record.best.metrics.kept, "ndcg", 10);
  const score = at ? { score: at.value } : {};
  const key = isCompared ? comparedKey(system) : `kept-${record.id}`;
  return { key, system, name: record.name, label, source: of, bytes, ...score };
}

/** Called once, when the page is at rest. `label` may have to fetch its words. */
export function offerKeptModels(label: LateLabel): void {
  void prepareHistory();
  effect(() => {
    const identity = openIdentity.value;
    if (identity !== null) void offerKept(identity, label);
  });
}

async function offerKept(identity: string, label: LateLabel): Promise<void> {
  await prepareHistory();
  const of = source.peek();
  if (!of) return;
  // Oldest first: the newest on the shelf answers where nobody chose.
  for (const record of newest(recordsHere.peek(), of).reverse()) {
    const [bytes, called] = await Promise.all([keptWeights(record.id), label(record, bestEpoch(record) ?? 0)]);
    if (bytes && source.peek() === of && openIdentity.peek() === identity)
      offerTrained(shelved(record, called, of, bytes));
  }
}

/** Of each system and panel; `records` are sorted, the newest first. */
function newest(records: readonly RunRecord[], open: DataSource): RunRecord[] {
  const found = new Map<string, RunRecord>();
  for (const record of records) {
    const of = ofVisit.get(record.id);
    const isThere = of !== undefined && sameSource(of, open);
    const key = `${record.origin} ${record.system ?? record.name}`;
    if (record.hasWeights && !isThere && !found.has(key)) found.set(key, record);
  }
  return [...found.values()];
}
