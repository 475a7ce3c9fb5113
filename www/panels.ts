// Every panel of the page, one line each: where it stands, what draws its tab, and what is fetched when it is shown. A panel is a line
// here, its folder under ui/, and its names in content/*/panels.ts. The bar, the tabs, `panel=`, `view=` and `hide=` read this list.
// It stands above state and views because both need it: the state to know which panels a link may name.
import type { ComponentType } from "preact";
import type { PartName } from "./content/parts";

/** left: beside every panel on wide screens. right: one at a time, chosen in the bar. Narrow screens show one of all of them. */
export type PanelSide = "left" | "right";
export type PanelGroup = "session" | "understand" | "train" | "read";

/** What a panel's folder gives: everything below its heading, and what it adds to the heading. */
export interface PanelParts {
  readonly Body: ComponentType;
  /** One or two sentences, at most 62 characters a line. */
  readonly Lede?: ComponentType;
  readonly Tools?: ComponentType;
}

interface PanelLine {
  readonly id: string;
  readonly side: PanelSide;
  readonly group: PanelGroup;
  /** The drawing of its tab, a path on 20 x 20. */
  readonly drawing: string;
  /** Parts of the dictionary that it reads. */
  readonly words: readonly PartName[];
  readonly load: () => Promise<PanelParts>;
}

const TABLE = [
  {
    id: "session",
    side: "left",
    group: "session",
    drawing: "M3 5h3M3 10h3M3 15h3M9 5h8M9 10h8M9 15h5",
    words: [],
    load: async () => (await import("./ui/session/SessionPanel")).sessionPanel,
  },
  {
    id: "next",
    side: "left",
    group: "session",
    drawing: "M3 5h14M3 10h9M3 15h5",
    words: [],
    load: async () => (await import("./ui/next/NextPanel")).nextPanel,
  },
  {
    id: "why",
    side: "right",
    group: "understand",
    drawing: "M3 3v14h14M3 10h7v7M10 10V3",
    words: ["why"],
    load: async () => (await import("./ui/why/WhyPanel")).whyPanel,
  },
  {
    id: "cause",
    side: "right",
    group: "understand",
    drawing: "M3 5h7M3 10h12M3 15h4M15 3v14",
    words: ["cause", "why", "reading", "trouble", "figure"],
    load: async () => (await import("./ui/cause/CausePanel")).causePanel,
  },
  {
    id: "truth",
    side: "right",
    group: "understand",
    drawing: "M3 10.5l4.5 4.5L17 5M3 17.5h14",
    words: ["truth", "data", "reading", "trouble", "figure"],
    load: async () => (await import("./ui/truth/TruthPanel")).truthPanel,
  },
  {
    id: "fused",
    side: "right",
    group: "understand",
    drawing: "M3 5h4l4 5 4 0M3 15h4l4-5M15 7v6",
    words: ["fused", "why", "whyMore", "reading", "figure"],
    load: async () => (await import("./ui/fused/FusedPanel")).fusedPanel,
  },
  {
    id: "rank",
    side: "right",
    group: "understand",
    drawing: "M3 3v14h14M5 6h6v4h3v5",
    words: ["rank", "trouble", "figure"],
    load: async () => (await import("./ui/rank/RankPanel")).rankPanel,
  },
  {
    id: "gradients",
    side: "right",
    group: "understand",
    drawing: "M4 16L15 5M9.5 5H15v5.5M4 9l5-5",
    words: ["gradients", "figure", "trouble"],
    load: async () => (await import("./ui/gradients/GradientsPanel")).gradientsPanel,
  },
  {
    id: "map",
    side: "right",
    group: "understand",
    drawing: "M3 3v14h14M7 7h.01M12 6h.01M9 11h.01M14 12h.01M7 14h.01",
    words: ["map", "figure", "trouble"],
    load: async () => (await import("./ui/map/MapPanel")).mapPanel,
  },
  {
    id: "train",
    side: "right",
    group: "train",
    drawing: "M3 3v14h14M5 14c3-1 3-8 11-9",
    words: ["train", "bench", "compare", "models", "trouble", "figure"],
    load: async () => (await import("./ui/train/TrainPanel")).trainPanel,
  },
  {
    id: "compare",
    side: "right",
    group: "train",
    drawing: "M3 3v14h14M5 13c4-1 5-6 11-7M5 15c4 0 5-3 11-4",
    words: ["compare", "train", "models", "trouble", "figure"],
    load: async () => (await import("./ui/compare/ComparePanel")).comparePanel,
  },
  {
    id: "side",
    side: "right",
    group: "train",
    drawing: "M3 4h6M3 8h6M3 12h6M3 16h6M11 4h6M11 8h6M11 12h6M11 16h6",
    words: ["side", "why", "whyMore", "reading", "compare", "models", "trouble", "figure"],
    load: async () => (await import("./ui/side/SidePanel")).sidePanel,
  },
  {
    id: "exercises",
    side: "right",
    group: "read",
    drawing: "M3 4h3v3H3zM9 5.5h8M3 12h3v3H3zM9 13.5h8",
    words: ["exercises"],
    load: async () => (await import("./ui/exercises/ExercisesPanel")).exercisesPanel,
  },
  {
    id: "paper",
    side: "right",
    group: "read",
    drawing: "M5 2.5h7l4 4v11H5zM8 9h5M8 12h5M8 15h3",
    words: ["paper"],
    load: async () => (await import("./ui/paper/PaperPanel")).paperPanel,
  },
] as const satisfies readonly PanelLine[];

export type Panel = (typeof TABLE)[number]["id"];
export type PanelEntry = Omit<PanelLine, "id"> & { readonly id: Panel };

export const PANELS: readonly PanelEntry[] = TABLE;
export const PANEL_IDS: readonly Panel[] = TABLE.map(({ id }) => id);
/** What wide screens show at the right before anything was chosen. */
export const FIRST_RIGHT: Panel = "why";

/** The panels that a link leaves: those of `view` where it names some, without those of `hide`. */
export function panelsLeft(view: readonly string[], hide: readonly string[]): readonly PanelEntry[] {
  return PANELS.filter(({ id }) => (view.length === 0 || view.includes(id)) && !hide.includes(id));
}

export function panelEntry(id: Panel): PanelEntry {
  const found = PANELS.find((panel) => panel.id === id);
  if (!found) throw new Error(`no panel is called ${id}`);
  return found;
}
