// What hides the bottleneck here, and the ways to see it.
import { t } from "../../content";
import { current, set } from "../../state/current";
import type { Choice } from "../../state/shelf";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { clicks, from, SHORT } from "./clicks";
import { choosePair, narrowPair, narrowShown } from "./pair";
import { sides } from "./shown";
import { readOf } from "./words";

export function Hints() {
  const words = t().rank;
  const all = sides.value;
  const [first] = all ?? [];
  if (!all || !first || current.weights.value === "random") return null;
  const width = Math.max(...all.map(({ report }) => report.head_width));
  const n = clicks.value?.length ?? 0;
  const [isShort, isLong, narrow] = [n < SHORT, from.value === "long", narrowPair.value];
  const hides = isLong && narrowShown.value < 2 && first.head.n < 2 * width;
  return (
    <div class="rank-hints">
      {hides && (
        <p>
          {words.hardly(count(width), count(readOf(first)))} {narrow ? words.narrowShow : words.randomShow}
        </p>
      )}
      <div class="rank-buttons">
        {isShort && !isLong && <Button onClick={() => set({ rankFrom: "long" })}>{words.showLong}</Button>}
        {isLong && <Button onClick={() => set({ rankFrom: null })}>{words.showOwn}</Button>}
        {narrow && narrowShown.value < 2 && <Button onClick={() => showNarrow(narrow)}>{words.narrow}</Button>}
        {narrowShown.value > 0 && (
          <Button onClick={() => choosePair({ first: null, second: null })}>{words.wide}</Button>
        )}
        {!narrow && <Button onClick={() => set({ weights: "random", rankFrom: null })}>{words.showRandom}</Button>}
      </div>
    </div>
  );
}

/** Narrow heads bind where clicks outnumber their width by far: the clicks of a long session do. */
function showNarrow({ first, second }: { first: Choice; second: Choice }): void {
  choosePair({ first: first.key, second: second.key });
  set({ rankFrom: "long" });
}
