// From an address to a live page: the state in the link, the stored example on screen, then the engine behind it.
import { effect } from "@preact/signals";
import { render } from "preact";
import { t, useLanguage } from "./content";
import type { BakedExample } from "./engine.ts";
import { keepFiles } from "./keepFiles";
import exampleUrl from "./ready/example.json?url";
import { chosenLanguage, theme } from "./state/current";
import { DEFAULTS, type Experiment, LANGUAGES, THEMES } from "./state/experiment";
import { recall, remember } from "./state/preferences";
import { fetchReadyIndex, readySystems, readyWeights } from "./state/ready";
import {
  connect,
  type DataSource,
  dispatch,
  engine,
  experiment,
  isSettled,
  type Shipped,
  showExample,
  source,
  timings,
} from "./state/store";
import { type Link, readLink, writeLink } from "./state/url";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/header.css";
import "./styles/shell.css";
import "./styles/catalogue.css";
import "./styles/session.css";
import "./styles/next.css";
import "./styles/paper.css";
import { App } from "./ui/shell/App";
import { connectEngine, WorkerFailure } from "./worker/client";

/** The address is rewritten at most this often; browsers stop pages that do it more than about three times a second. */
const ADDRESS_MS = 400;
/** In the browser's own timeline, and read by the bench: the engine's first answer is handed to the views. */
const FIRST_ANSWER = "first answer";

async function loadExample(): Promise<BakedExample> {
  const response = await fetch(exampleUrl);
  if (!response.ok) throw new Error(`ready/example.json: ${response.status} ${response.statusText}`);
  return response.json();
}

/** What a visitor finds without a link: the example's session, and their own language and theme. */
function defaultsFor(example: BakedExample): Experiment {
  return { ...DEFAULTS, session: example.session };
}

function preferred(): Pick<Experiment, "language" | "theme"> {
  const stored = LANGUAGES.find((code) => code === recall("language"));
  const language = stored ?? LANGUAGES.find((code) => navigator.language.startsWith(code));
  const theme = THEMES.find((name) => name === recall("theme"));
  return { language: language ?? DEFAULTS.language, theme: theme ?? DEFAULTS.theme };
}

/** The state a link asks for; ids the data does not have are left out. */
function startingState(defaults: Experiment, link: Link, items: number): Experiment {
  const known = (ids: readonly number[]) => ids.filter((id) => id < items);
  const { session, pinned, ...rest } = link.state;
  return {
    ...defaults,
    ...preferred(),
    ...rest,
    session: session ? known(session) : link.data ? [] : defaults.session,
    pinned: pinned ? known(pinned) : null,
  };
}

/** The system a link asks for, if the page has it. */
async function systemOf({ state, data }: Link): Promise<string> {
  const { model } = state;
  if (model === undefined || data) return DEFAULTS.model;
  await fetchReadyIndex();
  return readySystems.value.some(({ id }) => id === model) ? model : DEFAULTS.model;
}

/** The data that the stored example and the shipped weights belong to. */
function exampleSource(example: BakedExample): Shipped["source"] {
  return { kind: "synthetic", config: { preset: "brand_loyal", seed: example.summary.seed ?? 0 } };
}

/** Keeps the address, the theme and the language in step with the state. */
function follow(defaults: Experiment, shipped: Shipped["source"]): void {
  let waiting = false;
  const write = () => {
    waiting = false;
    const open = source.value ?? shipped;
    const data = open.kind === "files" ? undefined : open === shipped ? null : open.config;
    const query = writeLink(experiment.value, defaults, data);
    history.replaceState(null, "", query === "" ? location.pathname : `?${query}`);
  };
  effect(() => {
    experiment.value;
    source.value;
    if (waiting) return;
    waiting = true;
    setTimeout(write, ADDRESS_MS);
  });
  effect(() => {
    if (theme.value === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
    remember("theme", theme.value);
  });
  effect(() => {
    remember("language", chosenLanguage.value);
    void useLanguage(chosenLanguage.value);
  });
}

async function start(root: HTMLElement): Promise<void> {
  const link = readLink(location.search);
  // Asked for before anything is drawn: bytes and the worker are on their way while the page is.
  const client = connectEngine();
  const system = systemOf(link);
  const weights = system.then((id) => readyWeights(id));
  // Awaited below, after what may fail before.
  weights.catch(() => undefined);
  const [example] = await Promise.all([
    loadExample(),
    useLanguage(link.state.language ?? preferred().language),
  ]);
  const shippedSource = exampleSource(example);
  const defaults = defaultsFor(example);
  experiment.value = startingState(defaults, link, example.catalogue.items.length);
  // A link to other data has nothing to do with the stored example; its page fills when the engine has made the data.
  if (!link.data) showExample(example);
  root.replaceChildren();
  render(<App />, root);
  follow(defaults, shippedSource);

  const { examples, floors } = example;
  const first: DataSource = link.data ? { kind: "synthetic", config: link.data } : shippedSource;
  const model = await system;
  if (experiment.value.model !== model) dispatch({ type: "model", model });
  await connect(client, { source: shippedSource, weights: await weights, examples, floors }, first);
  await settled();
  if (timings.value) performance.mark(FIRST_ANSWER);
  await keepFiles();
}

/** The engine has answered, or has nothing to answer. */
async function settled(): Promise<void> {
  let stop = () => {};
  await new Promise<void>((resolve) => {
    stop = effect(() => {
      if (isSettled.value) resolve();
    });
  });
  stop();
}

/** A file of the page that does not arrive: said in the page's own notice, or as bare text while there is no page. */
function sayFailure(root: HTMLElement, cause: unknown): void {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (root.childElementCount === 0) root.textContent = `${t().shell.failed.files} ${message}`;
  else engine.value = { phase: "failed", failure: new WorkerFailure(message, { code: "unknown", message }) };
}

const root = document.getElementById("app");
if (!root) throw new Error("the page has no #app");
start(root).catch((cause: unknown) => sayFailure(root, cause));
