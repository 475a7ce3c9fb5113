// The settings of the next run: the engine's defaults for the data that is open, with what the state changes about them. What the visitor
// sets is written into the state as differences, so that a link carries it and other data keeps what still makes sense there.
import { computed, effect, untracked } from "@preact/signals";
import type { RunConfig } from "../engine.ts";
import { WorkerFailure } from "../worker/client";
import { carryOver } from "./carryOver";
import { current, set } from "./current";
import { sameData } from "./dataKey";
import { defaultConfig, defaultConfigs } from "./defaultConfigs";
import { client } from "./engine";
import { changesBetween, withChanges } from "./formChanges";
import { FIRST_FORM, type FormChange } from "./formField";
import { sayDropped } from "./notices";
import { openData } from "./opened";
import { fetchSystems, nearestSystem, systems } from "./systems";

/** Null until the engine has named its defaults for the data. */
export const form = computed<RunConfig | null>(() => {
  const { system, changes } = current.form.value;
  const defaults = defaultConfigs.value.get(system);
  return defaults ? withChanges(defaults, changes).config : null;
});
/** The system that the form describes: a fusion may make it another than the one it began with. */
export const formSystem = computed(() => (form.value ? nearestSystem(form.value, systems.value) : null));
/** Its defaults. */
export const defaultForm = computed(() => defaultConfigs.value.get(formSystem.value?.id ?? "") ?? null);

/** The last form that was written here, and so is known to be possible. */
let checked: FormChange = FIRST_FORM;

function write(wanted: FormChange): void {
  checked = wanted;
  set({ form: wanted });
}

/** Takes over whole settings, as differences from the defaults of their own system where those are here. */
export function setForm(config: RunConfig): void {
  const nearest = nearestSystem(config)?.id ?? "";
  const system = defaultConfigs.peek().get(nearest) ? nearest : current.form.peek().system;
  const defaults = defaultConfigs.peek().get(system);
  if (defaults) write({ system, changes: changesBetween(defaults, config) });
}

/** Another model, with its own defaults and what of the visitor's settings it has too. */
export async function chooseSystem(system: string): Promise<void> {
  const next = await defaultConfig(system);
  const [old, before] = [form.peek(), defaultForm.peek()];
  if (!next || !old || formSystem.peek()?.id === system) return;
  const carried = before ? carryOver(old, before, next) : next;
  write({ system, changes: changesBetween(next, carried) });
}

export function resetForm(): void {
  write({ system: formSystem.peek()?.id ?? FIRST_FORM.system, changes: {} });
}

/** Fetches the defaults that the form needs, and looks at forms that came from outside. Returns what stops it. */
export function followForm(): () => void {
  const stops = [
    effect(() => {
      if (!client.value) return;
      void fetchSystems();
      if (!openData.value || systems.value.length === 0) return;
      const wanted = [current.form.value.system, formSystem.value?.id].filter((id) => id !== undefined);
      untracked(() => {
        for (const id of wanted) if (systems.peek().some((system) => system.id === id)) void defaultConfig(id);
      });
    }),
    effect(() => {
      const [wanted, open] = [current.form.value, openData.value];
      // Where a link or a lecture names data too, the form is meant for that.
      const isHere = open !== null && sameData(open.key, current.data.value);
      if (!client.value || !isHere || wanted === checked || systems.value.length === 0) return;
      if (defaultConfigs.value.get(wanted.system)) untracked(() => void check(wanted));
      else if (!systems.value.some(({ id }) => id === wanted.system)) untracked(() => dropSystem(wanted));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function dropSystem({ system, changes }: FormChange): void {
  sayDropped([`train=${system}`]);
  set({ form: { system: FIRST_FORM.system, changes } });
}

/** Takes out of a form from outside, and names, what is no setting here and what the engine refuses. */
async function check(wanted: FormChange): Promise<void> {
  const defaults = defaultConfigs.peek().get(wanted.system);
  if (!defaults) return;
  const dropped = new Set(withChanges(defaults, wanted.changes).dropped);
  const left = () => Object.fromEntries(Object.entries(wanted.changes).filter(([path]) => !dropped.has(path)));
  for (let changes = left(); Object.keys(changes).length > 0; changes = left()) {
    for (const path of await refusedPaths(defaults, changes)) dropped.add(path);
    if (Object.keys(left()).length === Object.keys(changes).length) break;
  }
  if (current.form.peek() !== wanted) return;
  sayDropped([...dropped].map((path) => `set=${path}:${wanted.changes[path]}`));
  write({ system: wanted.system, changes: left() });
}

/** Those of the changes that the engine refuses, as far as it can be told which; all of them where it cannot. */
async function refusedPaths(defaults: RunConfig, changes: FormChange["changes"]): Promise<readonly string[]> {
  const refused = await refusedPath(withChanges(defaults, changes).config);
  if (refused === null) return [];
  const paths = Object.keys(changes);
  const named = paths.filter((path) => path === refused || path.endsWith(`.${refused}`));
  if (named.length > 0) return named;
  const alone: string[] = [];
  for (const [path, value] of Object.entries(changes)) {
    if ((await refusedPath(withChanges(defaults, { [path]: value }).config)) !== null) alone.push(path);
  }
  return alone.length > 0 ? alone : paths;
}

/** The setting that the engine refuses, by its path; null where it refuses none. */
async function refusedPath(config: RunConfig): Promise<string | null> {
  try {
    await client.peek()?.ask("readConfig", { text: JSON.stringify(config) });
    return null;
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    // An engine that died says nothing of the settings.
    return cause.detail.code === "config" ? cause.detail.field : null;
  }
}
