// From an address to a live page: the state in the link, the stored example on screen, then the engine behind it.
import { render } from "preact";
import { t, useLanguage } from "./content";
import type { BakedExample } from "./engine.ts";
import exampleUrl from "./ready/example.json?url";
import { isSettled, timings } from "./state/answers";
import { wantedModel } from "./state/choices";
import { experiment } from "./state/current";
import { connect } from "./state/engine";
import { DEFAULTS, type Experiment } from "./state/experiment";
import { LANGUAGES } from "./state/fields";
import { readLink } from "./state/link";
import { keepMail } from "./state/mail";
import { naming } from "./state/opened";
import { recallVisitor, rememberVisitor } from "./state/preferences";
import { followResources } from "./state/resources";
import { paintStored } from "./state/stored";
import { until } from "./state/until";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/header.css";
import "./styles/shell.css";
import { watchStyles } from "./ui/common/lateStyles";
import { shownPanels } from "./ui/common/navigation";
import { fetchPanel } from "./ui/common/Panel";
import { stateLink } from "./ui/common/stateLink";
import { App } from "./ui/shell/App";
import { followAddress } from "./ui/shell/address";
import { catchErrors } from "./ui/shell/errors";
import { followMarks } from "./ui/shell/marks";
import { followPanels } from "./ui/shell/panelHistory";
import { connectEngine } from "./worker/client";
import { fetchJson } from "./worker/fetchJson";

/** In the browser's own timeline, and read by the bench: the engine's first answer is handed to the views. */
const FIRST_ANSWER = "first answer";

/** What a visitor finds without a link: their own language and theme. */
function found(): Experiment {
  const language = LANGUAGES.find((code) => navigator.language.startsWith(code)) ?? DEFAULTS.language;
  return { ...DEFAULTS, language, ...recallVisitor() };
}

/** Null where it did not arrive: the page fills when the engine has made the data. */
async function fetchExample(): Promise<BakedExample | null> {
  try {
    return await fetchJson(exampleUrl);
  } catch {
    return null;
  }
}

async function start(root: HTMLElement): Promise<void> {
  naming.of = (open) => t().shops.named(open);
  const { search, hash } = location;
  const link = readLink(search);
  if (link.patch.parent && parent !== window) keepMail(link.patch.parent);
  const defaults = found();
  experiment.value = { ...defaults, ...link.patch };
  if (link.patch.lecture) {
    const { beginAtLink } = await import("./ui/lecture/stage");
    await beginAtLink(link.patch, defaults);
  } else if (link.patch.exercise) {
    const { stateAtLink } = await import("./ui/exercises/desk");
    experiment.value = stateAtLink(link.patch, defaults) ?? experiment.peek();
  }
  // Asked for before anything is drawn: bytes and the worker are on their way while the page is.
  const client = connectEngine();
  const wanted = wantedModel.peek();
  if (wanted && wanted !== "wait") wanted.bytes().catch(() => undefined);
  const [example] = await Promise.all([
    fetchExample(),
    // What they change is painted once.
    matchMedia("(forced-colors: active)").matches && import("./styles/forced-colors.css").catch(() => undefined),
    link.patch.embed && import("./styles/embed.css").catch(() => undefined),
    // One that does not arrive is asked for again with the page, and told by it.
    useLanguage(experiment.value.language).catch(() => undefined),
    ...shownPanels.value.map(fetchPanel),
  ]);
  if (example) paintStored(example);
  root.replaceChildren();
  render(<App />, root);
  followMarks();
  rememberVisitor();
  followPanels(stateLink);
  followAddress();
  // Whoever was sent a place in the article came for it.
  if (hash) void later(({ fetchBelow }) => fetchBelow());
  if (search !== "" || hash.includes("=")) {
    void import("./ui/shell/arrival").then(({ arrive }) => arrive(search, link, hash));
  }
  followResources();
  await connect(client);
  // It has answered, or has nothing to answer.
  await until(() => isSettled.value);
  if (timings.value) performance.mark(FIRST_ANSWER);
  await later(({ rest }) => rest());
}

/** What does not arrive is asked for again where it is missed. */
async function later(work: (later: typeof import("./rest")) => Promise<unknown>): Promise<void> {
  await import("./rest").then(work).catch(() => undefined);
}

/** The presenter's window is the same page, without an engine. */
async function show(root: HTMLElement): Promise<void> {
  const asked = new URLSearchParams(location.search).get("presenter");
  if (asked === null) return start(root);
  const { showPresenter } = await import("./ui/lecture/presenterPage");
  await showPresenter(root, asked, found());
}

const root = document.getElementById("app");
if (!root) throw new Error("the page has no #app");
catchErrors();
watchStyles();
show(root).catch((cause: unknown) => {
  // While there is no page, bare text has to do. The browser's own words are for whoever mends it.
  if (root.childElementCount > 0) throw cause;
  root.textContent = t().shell.failed.files;
  console.error(cause);
});
