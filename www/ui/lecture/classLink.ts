// The link that a class opens: what it shows and what it hides, in which language, how large, and where it begins.
import { queryAt } from "../../content/lecture/lecture";
import { LECTURES } from "../../content/lecture/ten";
import { FIRST_RIGHT, type Panel } from "../../panels";
import { experiment } from "../../state/current";
import { DEFAULTS, type Experiment } from "../../state/experiment";
import type { Language, Part } from "../../state/fields";
import { readLink, writeLink } from "../../state/link";
import { addressOf } from "../common/stateLink";

export interface ClassLink {
  /** Panels that are shown; all of them where none is named. */
  readonly panels: readonly Panel[];
  readonly panel: Panel;
  /** Parts of the page around the panels that are left out. */
  readonly hidden: readonly Part[];
  /** Null: the visitor's own. */
  readonly language: Language | null;
  readonly projector: boolean;
  /** The session and what was chosen on the page are in it. */
  readonly keeps: boolean;
  /** A lecture instead; the place that it begins at, null: its first. */
  readonly lecture: string | null;
  readonly step: string | null;
  readonly click: number;
}

export const stepsOf = (lecture: string | null) => LECTURES.find(({ id }) => id === lecture)?.steps ?? [];

/** Keys with their texts. */
function lectureQuery({ lecture, step, click, language }: ClassLink): string {
  const place = step === null ? [] : [`step=${step}`, ...(click > 0 ? [`click=${click}`] : [])];
  return [`lecture=${lecture}`, ...place, ...(language ? [`lang=${language}`] : [])].join("&");
}

/** Its query string. */
function classQuery(link: ClassLink): string {
  const { panels, panel, hidden, language, projector, keeps, lecture } = link;
  if (lecture !== null) return lectureQuery(link);
  const from: Experiment = keeps ? experiment.peek() : { ...DEFAULTS, data: experiment.peek().data };
  const state: Experiment = {
    ...from,
    ...{ panel, view: panels, hide: hidden, projector, theme: DEFAULTS.theme, language: language ?? DEFAULTS.language },
  };
  const query = writeLink(state, DEFAULTS);
  // English is what a link says by saying nothing; a class that is to see English whatever its phones speak needs it said.
  return language === "en" ? `${query}${query === "" ? "" : "&"}lang=en` : query;
}

export const classAddress = (link: ClassLink): string => addressOf(classQuery(link));

/** The panel that a step is about. */
function panelOf({ lecture, step, click, panel }: ClassLink): Panel {
  const given = LECTURES.find(({ id }) => id === lecture);
  const name = step ?? given?.steps[0]?.name;
  if (!given || name === undefined) return panel;
  return readLink(queryAt(given, { step: name, click })).patch.panel ?? FIRST_RIGHT;
}

/** A frame for a page or a slide of the lecturer's own: one panel, or one step of a lecture, which leaves the keys to the page around it. */
export function frameCode(link: ClassLink): string {
  const query = classQuery({ ...link, panels: [], hidden: [], projector: false });
  const address = addressOf(`${query}${query === "" ? "" : "&"}embed=${panelOf(link)}`);
  return `<iframe src="${address.replaceAll("&", "&amp;")}" width="960" height="540" style="border:0" title="DIF-SR Lab"></iframe>`;
}

/** An address that leads every other machine to itself. */
export const isOnlyHere = (host: string): boolean => /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);
