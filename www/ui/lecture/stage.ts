// Where the lecture is, and how one gets there. What stands on the wall is made anew from the place alone, so that Next, Back, a reload and
// a link that was sent lead to the same; what the visitor had is kept aside and given back at the end, untouched.
import { batch, computed, signal } from "@preact/signals";
import { loadWords } from "../../content";
import {
  clamped,
  clickAt,
  type Lecture,
  type LectureClick,
  type LectureStep,
  type Place,
  placesOf,
  queryAt,
} from "../../content/lecture/lecture";
import { FIRST_RIGHT, type Panel, panelEntry } from "../../panels";
import { aside, resetBut } from "../../state/aside";
import { current, experiment } from "../../state/current";
import { DEFAULTS, type Experiment, reduce } from "../../state/experiment";
import type { Patch } from "../../state/fields";
import { lectureDoor } from "../../state/lecturePlace";
import { leftOut, readLink } from "../../state/link";
import { linkBase } from "../../state/linkBase";
import { say, sayDropped } from "../../state/notices";
import { lastRight } from "../common/navigation";
import { settle } from "../common/settle";
import { resetClock } from "./clock";
import { findLecture } from "./lectures";

const own = aside("dif-sr.kept");
/** What a visitor finds without a link. */
let found: Experiment = DEFAULTS;

/** The lecture that is given; null: none. */
export const lecture = signal<Lecture | null>(null);
/** The wall is black. */
export const isBlack = signal(false);

const where = computed(() => {
  const { lecture: id, step, click } = experiment.value;
  return `${id}/${step}/${click}`;
});

/** The sub-step that is on the wall. */
export const place = computed<Place | null>(() => {
  where.value;
  const [given, { step, click }] = [lecture.value, experiment.peek()];
  return given && clamped(given, step, click);
});

export const onWall = computed<{ readonly step: LectureStep; readonly click: LectureClick } | null>(() => {
  const [given, at] = [lecture.value, place.value];
  return given && at && clickAt(given, at);
});

/** In a frame of another page a lecture is one step: its sub-steps are those of a slide, and after them the deck goes on. */
const places = computed(() => {
  const [given, at] = [lecture.value, place.value];
  const all = given ? placesOf(given) : [];
  return current.embed.value === null ? all : all.filter(({ step }) => step === at?.step);
});
export const index = computed(() => {
  const at = place.value;
  return places.value.findIndex((one) => one.step === at?.step && one.click === at.click);
});
export const hasNext = computed(() => index.value < places.value.length - 1);
export const hasPrevious = computed(() => index.value > 0);

/** What goes back at every place: everything but what stays. */
const RESET = resetBut();

/** Everything at a place. */
function patchAt(given: Lecture, at: Place): Patch {
  const { patch } = readLink(queryAt(given, at));
  return { ...RESET, ...patch, lecture: given.id, step: at.step, click: at.click };
}

/** Panels of the places that are given. */
export function panelsOf(): ReadonlySet<Panel> {
  const given = lecture.peek();
  return new Set(given ? places.peek().flatMap((at) => patchAt(given, at).view ?? []) : []);
}

/** The panel that the frame was asked for; null: it is no frame. */
let asked: Panel | null = null;

/** What a frame shows at a place: the panel that the place is about, or of session and list the one that was asked for. */
function embedAt(given: Lecture, at: Place): Panel | null {
  const { view = [], panel = FIRST_RIGHT } = patchAt(given, at);
  const isBeside = asked !== null && view.includes(asked) && panelEntry(panel).side === "left";
  return asked === null || isBeside ? asked : panel;
}

/** The step that a frame begins with where its address names none: the first that shows its panel. */
function firstStep(given: Lecture): string | null {
  return placesOf(given).find((at) => asked !== null && embedAt(given, at) === asked)?.step ?? null;
}

/** Without what was changed at the place before. `changed` outranks what the place says. */
function stand(given: Lecture, at: Place, changed: Patch = {}): void {
  const before = experiment.peek();
  const embed = embedAt(given, at);
  const whole = reduce(before, { type: "set", patch: { ...patchAt(given, at), ...changed, embed } });
  batch(() => {
    const base = { ...DEFAULTS, ...patchAt(given, at), lecture: null, step: null, click: 0 };
    linkBase.value = { ...base, theme: DEFAULTS.theme, language: DEFAULTS.language, embed: null, parent: null };
    experiment.value = { ...whole, past: [], future: [], change: null };
  });
  // Ours are checked by tests; what a lecturer wrote into a file may name what is not there.
  if (given.name !== undefined) settle(patchAt(given, at));
}

async function open(given: Lecture): Promise<void> {
  // With what draws the wall, so that it hears the first key.
  await Promise.all([loadWords(["lecture", "script"]), import("./Wall")]);
  lecture.value = given;
  lectureDoor.go = (to) => void goThere(to);
  lectureDoor.tail = given.tail ?? "";
}

/** From the page: begins at its first place, or at another one. Says so where there is no such lecture. */
export async function begin(id: string, step: string | null = null, click = 0): Promise<void> {
  const given = await findLecture(id);
  if (typeof given === "string") {
    say({ kind: "no lecture", id, why: given });
    return;
  }
  const isFirst = lecture.peek() === null;
  await open(given);
  if (isFirst) own.put({ ...experiment.peek(), lecture: null });
  resetClock();
  asked = current.embed.peek();
  stand(given, clamped(given, step ?? firstStep(given), click));
}

/** From the address: at the place that it names, with what else it says. `defaults`: what a visitor finds without a link. */
export async function beginAtLink(patch: Patch, defaults: Experiment): Promise<void> {
  // The place says which panels there are, and a lecture is no exercise.
  const { lecture: id, step = null, click = 0, embed = null, view, exercise, ...changed } = patch;
  const given = await findLecture(id ?? "");
  if (typeof given === "string") {
    say({ kind: "no lecture", id: [id, ...notUsed(step, click, null)].join(", "), why: given });
    experiment.value = { ...experiment.peek(), lecture: null, step: null, click: 0 };
    return;
  }
  await open(given);
  found = defaults;
  asked = embed;
  const at = clamped(given, step ?? firstStep(given), click);
  sayDropped([
    ...notUsed(step, click, at),
    ...(view ? [leftOut("view", view.join())] : []),
    ...(exercise ? [leftOut("exercise", exercise)] : []),
  ]);
  if (embedAt(given, at) !== embed) sayDropped([leftOut("embed", embed ?? "")]);
  stand(given, at, changed);
}

/**
 * Every place of a lecture in turn, behind whatever covers the page, until `see` is false: there is no wall, no clock runs, nothing trains. The
 * visitor's own state comes back, however it ends.
 */
export async function walk(given: Lecture, see: (at: Place) => Promise<boolean>): Promise<void> {
  const before = { experiment: experiment.peek(), right: lastRight.peek() };
  lectureDoor.isWalked = true;
  lecture.value = given;
  try {
    for (const at of placesOf(given)) {
      const { projector } = before.experiment;
      const patch = { ...patchAt(given, at), projector, lecture: null, step: null, click: 0 };
      experiment.value = reduce(before.experiment, { type: "set", patch });
      if (!(await see(at))) return;
    }
  } finally {
    lectureDoor.isWalked = false;
    batch(() => {
      lecture.value = null;
      experiment.value = before.experiment;
      lastRight.value = before.right;
    });
  }
}

/** What was said of a place and is not so at the one that came of it; null: there is none. */
function notUsed(step: string | null, click: number, at: Place | null): string[] {
  return [
    ...(step !== null && step !== at?.step ? [leftOut("step", step)] : []),
    ...(click !== (at?.click ?? 0) ? [leftOut("click", String(click))] : []),
  ];
}

/** By Back or Forward: to a place as the history keeps it, or out of the lecture. */
async function goThere(to: string): Promise<void> {
  const [id = "", step = "", click = ""] = to.split(".");
  const now = lecture.peek();
  if (now?.id !== id) {
    const given = id === "" ? "absent" : await findLecture(id);
    if (typeof given === "string") {
      leave();
      return;
    }
    await open(given);
    if (!now) own.put({ ...experiment.peek(), lecture: null });
  }
  goTo({ step, click: Number(click) });
}

/** To a place that another page names. One that there is no step of is no place to go to. */
export function goFrom(step: string, click: number): void {
  const given = lecture.peek();
  if (!given) return;
  const at = clamped(given, step, click);
  sayDropped(notUsed(step, click, at));
  if (at.step === step) goTo(at);
}

export function goTo(at: Place): void {
  const given = lecture.peek();
  if (!given) return;
  isBlack.value = false;
  stand(given, clamped(given, at.step, at.click));
}

function by(steps: number): void {
  const at = places.peek()[index.peek() + steps];
  if (at) goTo(at);
}

export const next = (): void => by(1);
export const previous = (): void => by(-1);
export const first = (): void => by(-index.peek());
export const last = (): void => by(places.peek().length - 1 - index.peek());

/** The visitor's own state comes back as it was, in the language and look of now. */
export function leave(): void {
  if (!lecture.peek()) return;
  batch(() => {
    isBlack.value = false;
    lecture.value = null;
    lectureDoor.tail = "";
    resetClock();
    lastRight.value = FIRST_RIGHT;
    own.giveBack({ lecture: null, step: null, click: 0 }, found);
  });
}
