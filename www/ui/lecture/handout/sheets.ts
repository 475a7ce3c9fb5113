// A lecture on its way to paper: every place is gone to, waited for, and kept as words, numbers and a picture.
import { t } from "../../../content";
import { clickAt, type Guess, type Lecture, type Place, placesOf } from "../../../content/lecture/lecture";
import { catalogue } from "../../../state/opened";
import { itemName } from "../../common/itemWords";
import type { Values } from "../../common/values";
import { walk } from "../stage";
import { fetchRecorded, type RecordedRun, recordedRun, saysTrained } from "../trained";
import { fetchShipped, values } from "../values";
import { spoken, wordsAt, wordsOf } from "../words";
import { takePicture } from "./picture";
import { settled } from "./settle";

/** A sub-step on paper. */
export interface Shown {
  readonly at: Place;
  /** Null: none, the one before it once more, or it would tell what is asked. */
  readonly picture: HTMLElement | null;
  /** What can be chosen where a guess is asked; null: none is. */
  readonly options: readonly string[] | null;
  /** The runs that its numbers are of, where they were recorded. */
  readonly recorded: RecordedRun | null;
}

export interface Sheets {
  readonly lecture: Lecture;
  readonly shown: readonly Shown[];
  /** Of all places: some are known only while theirs is on screen. */
  readonly values: Values;
}

/** Without pictures and numbers: what the notes alone are printed from. */
export function plainSheets(lecture: Lecture, known: Values): Sheets {
  const shown = placesOf(lecture).map((at) => ({ at, picture: null, options: null, recorded: null }));
  return { lecture, shown, values: known };
}

/** What is said at a place. */
export const saidAt = (lecture: Lecture, at: Place) => ({
  step: wordsOf(clickAt(lecture, at).step),
  click: wordsAt(lecture, at),
});

function optionsOf(guess: Guess): readonly string[] {
  if (guess.kind === "item") return guess.items.map((id) => itemName(catalogue.peek(), id));
  return guess.kind === "bet" ? t().lecture.bets : [];
}

const NUMBERS_MS = 30_000;

/** Every number of the place's words, as far as they come. */
async function numbered(lecture: Lecture, at: Place, isWanted: () => boolean): Promise<void> {
  const { click } = saidAt(lecture, at);
  const began = performance.now();
  const awaits = () => /…/.test(spoken(`${click.title} ${click.text}`, values.peek()));
  while (awaits() && isWanted() && performance.now() - began < NUMBERS_MS) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Null where the visitor did not want to wait for it. `tell`: after every place. */
export async function makeSheets(
  lecture: Lecture,
  tell: (done: number) => void,
  isWanted: () => boolean,
): Promise<Sheets | null> {
  const shown: Shown[] = [];
  let known: Values = {};
  let before = "";
  fetchShipped();
  await fetchRecorded();
  await walk(lecture, async (at) => {
    const { click } = clickAt(lecture, at);
    const said = saidAt(lecture, at).click;
    await settled(click, isWanted);
    await numbered(lecture, at, isWanted);
    if (!isWanted()) return false;
    const picture = click.guess ? null : takePicture(click, at);
    const look = picture?.innerHTML ?? "";
    shown.push({
      at,
      picture: look === before ? null : picture,
      options: click.guess ? optionsOf(click.guess) : null,
      recorded: saysTrained(said.title + said.text) ? recordedRun.peek() : null,
    });
    if (look !== "") before = look;
    known = { ...known, ...values.peek() };
    tell(shown.length);
    return true;
  });
  return isWanted() ? { lecture, shown, values: known } : null;
}
