// The link that a class opens: what it shows, in which language, how large, and where it begins.
import type { Panel } from "../../panels";
import { experiment } from "../../state/current";
import { DEFAULTS, type Experiment } from "../../state/experiment";
import type { Language } from "../../state/fields";
import { writeLink } from "../../state/link";

export interface ClassLink {
  /** Panels that are shown; all of them where none is named. */
  readonly panels: readonly Panel[];
  readonly panel: Panel;
  /** Null: the visitor's own. */
  readonly language: Language | null;
  readonly projector: boolean;
  /** The session and what was chosen on the page are in it. */
  readonly keeps: boolean;
  /** A lecture instead; the step that it begins at. */
  readonly lecture: string | null;
  readonly step: string | null;
}

/** Its query string. */
function classQuery({ panels, panel, language, projector, keeps, lecture, step }: ClassLink): string {
  if (lecture !== null) {
    const parts = [`lecture=${lecture}`, ...(step ? [`step=${step}`] : []), ...(language ? [`lang=${language}`] : [])];
    return parts.join("&");
  }
  const from: Experiment = keeps ? experiment.peek() : { ...DEFAULTS, data: experiment.peek().data };
  const state: Experiment = {
    ...from,
    ...{ panel, view: panels, projector, theme: DEFAULTS.theme, language: language ?? DEFAULTS.language },
  };
  const query = writeLink(state, DEFAULTS);
  // English is what a link says by saying nothing; a class that is to see English whatever its phones speak needs it said.
  return language === "en" ? `${query}${query === "" ? "" : "&"}lang=en` : query;
}

export function classAddress(link: ClassLink): string {
  const query = classQuery(link);
  return `${location.origin}${location.pathname}${query === "" ? "" : `?${query}`}`;
}

/** A frame for a page of the lecturer's own: one panel, which keeps its keys to itself. */
export function frameCode(link: ClassLink): string {
  const query = classQuery({ ...link, panels: [], projector: false });
  const address = `${location.origin}${location.pathname}?${query === "" ? "" : `${query}&`}embed=${link.panel}`;
  return `<iframe src="${address.replaceAll("&", "&amp;")}" width="960" height="640" style="border:0" title="DIF-SR Lab"></iframe>`;
}
