// What a link says beside the state, once the page stands: what of it was left out, who may talk with the page, what is to be done, and
// what only the data or the model can tell of it.
import { isSettled } from "../../state/answers";
import { current, experiment, set } from "../../state/current";
import type { Patch } from "../../state/fields";
import { lectureDoor } from "../../state/lecturePlace";
import { type Link, leftOut } from "../../state/link";
import { sayDropped } from "../../state/notices";
import { until } from "../../state/until";
import { readWishes } from "../../state/wishes";

/** `patch`: what the page has taken of the link already, the same values as are in the state. `tail`: what stood behind its "#". */
export async function arrive(query: string, { patch }: Link, tail: string): Promise<void> {
  const wishes = readWishes(query, experiment.peek());
  sayDropped(wishes.dropped);
  const { form } = wishes.patch;
  if (form) set({ form });
  if (!patch.lecture) leaveNoPlace(patch);
  leaveNoLecture(patch, tail);
  if (patch.parent && parent !== window) await talkWith(patch.parent);
  await until(() => isSettled.value);
  // Of maps it waits for what the visitor may never ask for.
  void import("../../state/checkLink").then(({ checkLink }) => checkLink(patch));
  if (wishes.runs || wishes.answer !== null) await (await import("../common/obey")).fulfil(wishes);
}

/** A place of no lecture is none. */
function leaveNoPlace({ step, click }: Patch): void {
  sayDropped([
    ...(step ? [leftOut("step", step)] : []),
    ...(click === undefined ? [] : [leftOut("click", String(click))]),
  ]);
  set({ step: null, click: 0 });
}

/** A lecture that came in the link and that the link does not ask for. Of one that was damaged on its way it was said. */
function leaveNoLecture({ lecture }: Patch, tail: string): void {
  const at = tail.indexOf("=");
  const isDamaged = Boolean(lecture) && current.lecture.peek() === null;
  if (at > 0 && tail !== lectureDoor.tail && !isDamaged) sayDropped([leftOut(tail.slice(0, at), tail.slice(at + 1))]);
}

/** Browsers that tell whose page is around this one say at once that it is not the one that is named. */
async function talkWith(outside: string): Promise<void> {
  const around = location.ancestorOrigins?.[0];
  if (around !== undefined && around !== outside) sayDropped([leftOut("parent", outside)]);
  else (await import("../lecture/outside")).talkTo(outside);
}
