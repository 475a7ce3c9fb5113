// What hides the bottleneck here, and the ways to see it.
import { t } from "../../content";
import { current, set } from "../../state/current";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { clicks, from, SHORT } from "./clicks";
import { choosePair, isNarrowShown, narrowPair } from "./pair";
import { sides } from "./shown";

export function Hints() {
  const words = t().rank;
  const all = sides.value;
  const [first] = all ?? [];
  if (!all || !first || current.weights.value === "random") return null;
  const width = Math.max(...all.map(({ report }) => report.head_width));
  const n = clicks.value?.length ?? 0;
  const [isShort, isLong, narrow] = [n < SHORT, from.value === "long", narrowPair.value];
  return (
    <div class="rank-hints">
      {isLong && !narrow && first.head.n < 2 * width && <p>{words.hardly(count(width), count(first.head.n))}</p>}
      <div class="rank-buttons">
        {isShort && !isLong && <Button onClick={() => set({ rankFrom: "long" })}>{words.showLong}</Button>}
        {isLong && <Button onClick={() => set({ rankFrom: null })}>{words.showOwn}</Button>}
        {narrow && !isNarrowShown.value && (
          <Button onClick={() => choosePair({ first: narrow.first.key, second: narrow.second.key })}>
            {words.narrow}
          </Button>
        )}
        {isNarrowShown.value && <Button onClick={() => choosePair({ first: null, second: null })}>{words.wide}</Button>}
        {!narrow && <Button onClick={() => set({ weights: "random", rankFrom: null })}>{words.showRandom}</Button>}
      </div>
    </div>
  );
}
