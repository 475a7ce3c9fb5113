// What was measured on the data that is open: timed steps of this visit, and runs that are kept.
import { signal } from "@preact/signals";
import type { RunConfig } from "../engine.ts";
import type { Backend, DataSource } from "../worker/client";
import type { Timing } from "../worker/timeSteps";
import { current } from "./current";
import { ofData, summary } from "./opened";
import { backendFor, type DeviceKind, newestPaces, type Pace, type Paces, paceOfRecord, shapeOf } from "./pace";
import { recordsHere } from "./runHistory";

interface Timed {
  readonly shape: string;
  readonly pace: Pace;
  readonly size: Pick<Timing, "parameters" | "bytes">;
}

const timed = ofData<readonly Timed[]>([]);
/** Whether this machine has a GPU that can train, as far as a measurement has found out. */
export const gpuIsUsable = signal<boolean | null>(null);

/** Users of the open data: each has one validation session. */
export const users = (): number => summary.value?.users ?? 0;

/** Of data that is open no more nobody wants to know it. */
export function addTiming(config: RunConfig, device: DeviceKind, timing: Timing, of: DataSource): void {
  const { training, pretraining, sessionMs, parameters, bytes } = timing;
  const pace: Pace = { device, at: Date.now(), by: "steps", training, pretraining, sessionMs };
  const one = { shape: shapeOf(config), pace, size: { parameters, bytes } };
  timed.put([...timed.peek(), one], of);
}

/** The newest on each device for a run whose steps cost the same. */
export function pacesFor(config: RunConfig): Paces {
  const shape = shapeOf(config);
  const kept = recordsHere.value.filter((record) => shapeOf(record.config) === shape).map(paceOfRecord);
  const here = timed.value.filter((one) => one.shape === shape).map(({ pace }) => pace);
  return newestPaces([...kept.filter((pace) => pace !== null), ...here]);
}

/** Size and memory of such a run, as the one that was timed told them. */
export function sizeOf(config: RunConfig): Timed["size"] | null {
  const shape = shapeOf(config);
  return timed.value.find((one) => one.shape === shape)?.size ?? null;
}

/** What the trainer is to open for a run. */
export function backendOf(config: RunConfig): Backend {
  const wanted = current.device.value;
  return wanted === "auto" ? backendFor(wanted, pacesFor(config), config, users()) : wanted;
}
