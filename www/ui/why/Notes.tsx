// What must be known to read these maps and is not so for all: one item, a mean, what has no room, positions that are free.
import { t } from "../../content";
import { current } from "../../state/current";
import { room, slots } from "../../state/focus";
import { count } from "../common/format";
import { Marked } from "../common/Marked";
import { shown } from "./context";
import { freeSlots } from "./freeSlots";

export function Notes() {
  const now = shown.value;
  if (!now) return null;
  const words = t().whyMore;
  const { size, steps, dropped } = slots.value;
  const [free, of] = [freeSlots.value, room() ?? 0];
  const notes = [
    ...(now.slice.size === 1 ? [words.one] : []),
    ...(now.slice.size > 1 && now.head === "mean" && current.mapForm.value !== "all" ? [words.meanNote] : []),
    ...(size > steps ? [words.maskNote] : []),
    ...(dropped > 0 ? [t().session.dropped(dropped, steps)] : []),
    ...(free > 0 && current.mapForm.value === "maps" ? [words.padNote(count(free), count(of))] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <p class="note why-note">
      <Marked text={notes.join(" ")} />
    </p>
  );
}
