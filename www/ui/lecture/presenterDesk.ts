// The presenter's side of the channel: what the wall has told, and what is asked of it. Without a wall the notes turn their own pages.
import { computed, signal } from "@preact/signals";
import { clamped, type Lecture, type Place, placesOf } from "../../content/lecture/lecture";
import { LECTURES } from "../../content/lecture/ten";
import { leftOut } from "../../state/link";
import { type Channel, notesWindow, openChannel, type WallState, type Wish } from "./channel";
import type { Clock } from "./clock";
import { findLecture } from "./lectures";
import { letterOf } from "./letterOf";

const [TEN] = LECTURES as readonly [Lecture, ...Lecture[]];

export const wall = signal<WallState | null>(null);
export const hasEnded = signal(false);
const own = signal<{ readonly lecture: Lecture; readonly place: Place } | null>(null);

export const given = computed<Lecture>(() => {
  const id = wall.value?.lecture;
  return LECTURES.find((one) => one.id === id) ?? wall.value?.own ?? own.value?.lecture ?? TEN;
});
export const place = computed<Place>(() => {
  const here = wall.value ?? own.value?.place;
  return clamped(given.value, here?.step ?? null, here?.click ?? 0);
});
export const values = computed(() => wall.value?.values ?? {});

/** What the link asks for, where there is no such lecture: the notes are those of the ten minutes. Null: there is. */
export const notFound = signal<string | null>(null);

let channel: Channel | null = null;

export function say(wish: Wish): void {
  const to = wall.peek();
  if (to) channel?.say({ ...wish, wall: to.wall });
}

/** Listens to the wall from now on; `id`: which notes until it says so. */
export async function sit(id: string): Promise<void> {
  const found = await findLecture(id);
  const isHere = typeof found !== "string";
  const first = isHere ? found : TEN;
  notFound.value = isHere ? null : leftOut("presenter", id);
  asker = window.name;
  own.value = { lecture: first, place: clamped(first, null, 0) };
  channel = openChannel((message) => {
    if (message.kind === "wall") follow(message);
    else if (message.kind === "ended" && message.wall === wall.peek()?.wall) {
      lost = { wall: message.wall, at: message.at, clock: message.isClosed ? clockOf(wall.peek()) : null };
      own.value = { lecture: given.peek(), place: place.peek() };
      wall.value = null;
      hasEnded.value = true;
    }
  });
  channel.say({ kind: "hello" });
}

/** The wall that was followed last, when it was lost, and its clock if its window was closed. */
let lost: { readonly wall: string; readonly at: number; readonly clock: Clock | null } | null = null;

const clockOf = (state: WallState | null): Clock | null => state?.clock ?? null;

/** A wall that stood beside the one that was lost has notes of its own. */
const isBefore = (said: WallState): boolean => lost !== null && said.wall !== lost.wall && said.since < lost.at;

/** The name with which this window was opened: that of the notes of the wall that asked for it. */
let asker = "";

/** The wall that asked for this window, or else the first that speaks; where the browser lets it, it finds the window by name from then on. */
function follow(said: WallState): void {
  const mine = wall.peek()?.wall;
  const name = notesWindow(said.wall);
  const isOther = mine === undefined ? isBefore(said) : mine !== said.wall;
  if (isOther && asker !== name) return;
  if (asker === name) asker = "";
  window.name = name;
  const here = place.peek();
  const goesOn = said.lecture === given.peek().id && said.step === here.step && said.click === here.click;
  wall.value = said;
  hasEnded.value = false;
  notFound.value = null;
  if (goesOn && lost?.clock && said.clock === null) say({ kind: "clock", clock: lost.clock });
  lost = null;
}

/** On the wall if there is one, else here. */
export function go(to: Place): void {
  if (wall.peek()) say({ kind: "go", ...to });
  else own.value = { lecture: given.peek(), place: clamped(given.peek(), to.step, to.click) };
}

export function by(steps: number): void {
  if (wall.peek()) {
    say({ kind: steps > 0 ? "next" : "previous" });
    return;
  }
  const all = placesOf(given.peek());
  const here = place.peek();
  const at = all.findIndex(({ step, click }) => step === here.step && click === here.click);
  const to = all[at + steps];
  if (to) go(to);
}

/** The first place, or at -1 the last one. */
function to(at: number): void {
  const place = placesOf(given.peek()).at(at);
  if (place) go(place);
}

let digits = "";

export function onKeyDown(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = letterOf(event);
  const isPress =
    (key === "Enter" || key === " ") && event.target instanceof HTMLElement && event.target.closest("button, a[href]");
  if (isPress) return;
  if (/^\d$/.test(key)) {
    digits += key;
    return;
  }
  // Any other key ends the number: it is meant now, or not at all.
  const typed = digits;
  digits = "";
  if (key === "Enter" && typed !== "") {
    const step = given.peek().steps[Number(typed) - 1];
    if (step) go({ step: step.name, click: 0 });
  } else if (key === "j" || key === "J")
    document.querySelector<HTMLElement>(".notes-steps button[aria-current]")?.focus();
  else if (["PageDown", "ArrowRight", "Enter"].includes(key) || (key === " " && !event.shiftKey)) by(1);
  else if (["PageUp", "ArrowLeft"].includes(key) || (key === " " && event.shiftKey)) by(-1);
  else if (key === "Home" || key === "End") to(key === "Home" ? 0 : -1);
  else if (key === "b" || key === "B" || key === ".") say({ kind: "black" });
  else if (key === "Escape") say({ kind: "end" });
  else return;
  event.preventDefault();
}
