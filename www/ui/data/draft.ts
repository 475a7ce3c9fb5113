// What the visitor is putting together in the data dialog. It outlives the dialog and every error: nothing typed, chosen or
// dropped is lost because something else went wrong.

import { batch, signal } from "@preact/signals";
import type { Preset, ProcessWeights, SubsetConfig } from "../../engine.ts";
import { type DataKey, sameData } from "../../state/dataKey";
import { source } from "../../state/opened";
import { keepFiles } from "../../state/ownData";
import { READY_SEED } from "../../state/readySeed";
import { openAtWish } from "../../state/resources";
import { WorkerFailure } from "../../worker/client";
import { PRESET_WEIGHTS, sameMix } from "../common/presets";
import { type Left, NOTHING_LEFT, sortDropped } from "./dropped";

export interface ShopDraft {
  readonly preset: Preset;
  readonly weights: ProcessWeights;
  readonly seed: number;
  /** null: the generator's own number. */
  readonly sessions: number | null;
}

export interface FilesDraft {
  readonly inter: File | null;
  readonly item: File | null;
  /** What was chosen with them last and not taken. */
  readonly left: Left;
}

/** What the last attempt to open came to. */
export type Outcome =
  | { readonly kind: "failed"; readonly of: "shop" | "files"; readonly failure: WorkerFailure }
  | { readonly kind: "unreadable"; readonly name: string }
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

export const DEFAULT_CORE = 5;

export const shop = signal<ShopDraft>(presetShop(FIRST));
export const files = signal<FilesDraft>({ inter: null, item: null, left: NOTHING_LEFT });
export const subset = signal<SubsetConfig>({ core: DEFAULT_CORE });
export const outcome = signal<Outcome | null>(null);
export const opening = signal(false);
export const dialogOpen = signal(false);

export function closeDialog(): void {
  dialogOpen.value = false;
}

/** The shop that is open, so that the dialog starts from it. */
export function startFromOpen(): void {
  const open = source.peek();
  if (open?.kind !== "synthetic") return;
  const { preset, seed, sessions, weights } = open.config;
  shop.value = { preset, seed, sessions: sessions ?? null, weights: weights ?? PRESET_WEIGHTS[preset] };
}

/** A file that comes later replaces the one of its kind. */
export function sortFiles(before: FilesDraft, chosen: readonly File[]): FilesDraft {
  const { inter, item, left } = sortDropped(chosen);
  return { inter: inter ?? before.inter, item: item ?? before.item, left };
}

export function addFiles(chosen: readonly File[]): void {
  batch(() => {
    files.value = sortFiles(files.value, chosen);
    outcome.value = null;
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
  const { inter, item } = files.peek();
  if (!inter) return false;
  const reading = inter.name;
  let next: DataKey;
  try {
    next = keepFiles({
      kind: "files",
      interName: inter.name,
      inter: await inter.arrayBuffer(),
      itemName: item?.name ?? "",
      item: item ? await item.arrayBuffer() : null,
      subset: subset.peek(),
    });
  } catch {
    // The file was moved, changed or is not readable any more.
    outcome.value = { kind: "unreadable", name: reading };
    return false;
  }
  return open(next, "files");
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
