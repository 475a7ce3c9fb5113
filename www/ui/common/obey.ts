// Does what a message or an exercise asks for, in the words of a link: only what it names changes, and what cannot be used is named.
import { batch } from "@preact/signals";
import { panelEntry } from "../../panels";
import { chosenAnswer } from "../../state/chosenAnswer";
import { current, experiment, set } from "../../state/current";
import { form } from "../../state/form";
import { holder } from "../../state/holder";
import { leftOut } from "../../state/link";
import { sayDropped } from "../../state/notices";
import { until } from "../../state/until";
import { answerLetter, patchQuery, readWishes, type Wishes, type Words, wordsOfComparison } from "../../state/wishes";
import { inPanel } from "./navigation";
import { fetchPanel } from "./Panel";
import { settle } from "./settle";

const compares = () => inPanel.peek() === "compare";

/** Resolves once it is done, and a run that it asked for has begun. */
export async function obey(patch: Words): Promise<void> {
  const now = experiment.peek();
  const words = compares() ? wordsOfComparison(patch) : patch;
  const wishes = readWishes(patchQuery(words, now), now);
  // What was filled in is not what was asked for.
  sayDropped(wishes.dropped.filter((part) => Object.keys(words).some((key) => part.startsWith(`${key}=`))));
  batch(() => {
    set(wishes.patch);
    settle(wishes.patch);
  });
  await fulfil(wishes);
}

/** What is no state. */
export async function fulfil({ answer, runs }: Wishes): Promise<void> {
  if (answer !== null && current.exercise.peek() === null) sayDropped([leftOut("answer", answerLetter(answer))]);
  else if (answer !== null) chosenAnswer.value = answer;
  if (runs) await train();
}

let turn = Promise.resolve();

/** One after the other: what is asked for while something trains begins when that has ended. */
function train(): Promise<void> {
  const mine = turn.then(compares() ? trainCompared : trainOne);
  turn = mine.catch(() => undefined);
  return mine;
}

const isFree = () => holder.value === null;

async function trainCompared(): Promise<void> {
  const [{ isReady }, { trainAll }] = await Promise.all([
    import("./runs/compareRows"),
    import("../../state/compare"),
    import("./runs/prepare"),
  ]);
  await until(() => isFree() && isReady.value);
  await trainAll();
}

async function trainOne(): Promise<void> {
  await fetchPanel(panelEntry("train"));
  const { restart } = await import("../../state/training");
  await until(() => isFree() && form.value !== null);
  await restart();
}
