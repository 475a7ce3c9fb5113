// Shapes of the engine's list of systems, until its declarations carry them.
import type { Floors, Metrics, Targets } from "../engine.ts";

/** Where side information enters a model; an empty list: nowhere. */
export type Entrance = "input" | "attention" | "output" | "loss";

export interface System {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly enters: readonly Entrance[];
  readonly citation: string;
  readonly attention: boolean;
  readonly targets: readonly (Targets | "cloze")[];
  /** Why training on every position is not valid; null where it is. */
  readonly refusal: string | null;
}

export type WiderFloors = Floors & { readonly windowed_markov?: Metrics; readonly item_cosine?: Metrics };

const BEFORE: readonly System[] = [
  {
    id: "dif_sr",
    kind: "dif_sr",
    name: "DIF-SR",
    enters: ["attention", "loss"],
    citation: "Xie, Zhou and Kim, SIGIR 2022",
    attention: true,
    targets: ["prefix", "every_position"],
    refusal: null,
  },
  {
    id: "sasrec",
    kind: "sasrec",
    name: "SASRec",
    enters: [],
    citation: "Kang and McAuley, ICDM 2018",
    attention: true,
    targets: ["prefix", "every_position"],
    refusal: null,
  },
];

export function systemsOf(lab: object): readonly System[] {
  const { systems } = lab as { systems?: () => readonly System[] };
  return systems ? systems.call(lab) : BEFORE;
}
