// What the data dialog opens: a shop as it is put together here, or what was read of the visitor's files (own/intake.ts). Both outlive
// the dialog and every error: nothing typed, chosen or dropped is lost because something else went wrong.

import { batch, signal } from "@preact/signals";
import type { Preset, ProcessWeights } from "../../engine.ts";
import { type DataKey, sameData } from "../../state/dataKey";
import { source } from "../../state/opened";
import { dropFiles, keepFiles } from "../../state/ownData";
import { READY_SEED } from "../../state/readySeed";
import { openAtWish } from "../../state/resources";
import { WorkerFailure } from "../../worker/client";
import { PRESET_WEIGHTS, sameMix } from "../common/presets";
import { type Sorted, sortDropped } from "./dropped";
import { answer, give, keep, log, logName, rest, step } from "./own/intake";

export interface ShopDraft {
  readonly preset: Preset;
  readonly weights: ProcessWeights;
  readonly seed: number;
  /** null: the generator's own number. */
  readonly sessions: number | null;
}

/** What the last attempt to open came to. */
export type Outcome =
  | { readonly kind: "failed"; readonly of: "shop" | "files"; readonly failure: WorkerFailure }
  | { readonly kind: "opened" };

const FIRST: Preset = "brand_loyal";

/** A shop as its card describes it, which is the one that has ready models. */
export function presetShop(preset: Preset): ShopDraft {
  return { preset, weights: PRESET_WEIGHTS[preset], seed: READY_SEED, sessions: null };
}

/** The shop of a card is open: not one of another seed, size or mix. */
export function isPresetOpen(preset: Preset, open: DataKey | undefined): boolean {
  return open !== undefined && sameData(open, shopKey(presetShop(preset)));
}

export const shop = signal<ShopDraft>(presetShop(FIRST));
export const outcome = signal<Outcome | null>(null);
export const opening = signal(false);
export const dialogOpen = signal(false);
/** The dialog shows the visitor's files, not the shops. */
export const showsFiles = signal(false);

export function closeDialog(): void {
  dialogOpen.value = false;
  rest();
}

/** The shop that is open, so that the dialog starts from it. */
export function startFromOpen(): void {
  const open = source.peek();
  if (open?.kind !== "synthetic") return;
  const { preset, seed, sessions, weights } = open.config;
  shop.value = { preset, seed, sessions: sessions ?? null, weights: weights ?? PRESET_WEIGHTS[preset] };
}

/** Takes what was chosen or dropped, and reads it. */
export async function addFiles(chosen: readonly File[]): Promise<void> {
  addSorted(await sortDropped(chosen));
}

export function addSorted(sorted: Sorted): void {
  batch(() => {
    outcome.value = null;
    showsFiles.value = true;
    give(sorted);
  });
}

/** The configuration as short as it can be: what equals the preset is left out, so that links and weights still fit. */
export function shopKey(draft: ShopDraft): DataKey {
  const { preset, seed, sessions, weights } = draft;
  return {
    kind: "shop",
    config: {
      preset,
      seed,
      ...(sessions === null ? {} : { sessions }),
      ...(sameMix(weights, PRESET_WEIGHTS[preset]) ? {} : { weights }),
    },
  };
}

export function openShop(draft: ShopDraft): Promise<boolean> {
  shop.value = draft;
  return open(shopKey(draft), "shop");
}

export async function openFiles(): Promise<boolean> {
  const read = log.peek();
  if (!read) return false;
  const itemName = answer.peek()?.report.files.find(({ role }) => role === "items")?.name ?? null;
  const key = keepFiles({ kind: "files", name: logName.peek(), itemName, log: read, keep: keep.peek() });
  const isOpened = await open(key, "files");
  if (isOpened) step.value = "facts";
  else dropFiles(key);
  return isOpened;
}

async function open(next: DataKey, of: "shop" | "files"): Promise<boolean> {
  if (opening.peek()) return false;
  opening.value = true;
  outcome.value = null;
  try {
    await openAtWish(next);
    outcome.value = { kind: "opened" };
    return true;
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    // Where a link or the way back asked for other data meanwhile, that is what opens.
    if (cause.detail.code !== "aborted") outcome.value = { kind: "failed", of, failure: cause };
    return false;
  } finally {
    opening.value = false;
  }
}
