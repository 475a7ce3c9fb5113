import { signal } from "@preact/signals";
import type { FusionVariant } from "../../state/fusionFamily";

/** The fusion that was asked for and has no model, with the model it was asked of. */
export const missingFusion = signal<{ system: string; fusion: FusionVariant } | null>(null);
