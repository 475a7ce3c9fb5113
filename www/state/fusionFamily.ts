// Systems that differ in their fusion alone.

/** "sum" of dif_sr, "gate" of dif_sr-gate. */
export type FusionVariant = "sum" | "concat" | "gate";

const FUSED_SYSTEMS = ["dif_sr", "nova"] as const;

/** The systems that differ from this one in their fusion alone, and this one's own; null where fusion is no choice. */
export function fusionFamily(system: string): { own: FusionVariant; systems: Record<FusionVariant, string> } | null {
  const base = FUSED_SYSTEMS.find((one) => system === one || system.startsWith(`${one}-`));
  if (!base) return null;
  const systems = { sum: base, concat: `${base}-concat`, gate: `${base}-gate` };
  const own = (["sum", "concat", "gate"] as const).find((fusion) => systems[fusion] === system);
  return own ? { own, systems } : null;
}
