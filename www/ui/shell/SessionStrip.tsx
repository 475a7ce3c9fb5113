import { t } from "../../content";
import { prediction } from "../../state/answers";
import { session } from "../../state/current";
import { room } from "../../state/focus";
import { catalogue } from "../../state/opened";
import { percent } from "../common/format";
import { Icon } from "../common/Icon";
import { itemName } from "../common/itemWords";
import { canGoTo, goTo, onlyPanel } from "../common/navigation";
import { Pictogram } from "../common/Pictogram";

/** Items drawn at most; the newest are the ones that matter, and what does not fit is cut off at the old end. */
const DRAWN = 12;

/**
 * The session and the first prediction in one line, over every panel of narrow screens: the effect of an edit stays in view. It leads to
 * the session, and from there to the whole list.
 */
export function SessionStrip() {
  const words = t().shell;
  const items = session.value;
  const data = catalogue.value;
  const first = prediction.value?.top[0];
  const steps = room();
  if (!data) return null;
  const name = itemName(data, first?.item ?? 0);
  const there = onlyPanel.value === "session" ? "next" : "session";
  return (
    <button type="button" class="strip" disabled={!canGoTo(there)} onClick={() => goTo(there)}>
      {items.length === 0 && t().session.empty}
      {items.length > 0 && (
        <>
          <span class="visually-hidden">{words.strip} </span>
          <span class="strip-count" key={items.length}>
            {items.length}
          </span>
          {steps !== null && (
            <span class="strip-of" aria-hidden="true">
              / {steps}
            </span>
          )}
          <span class="strip-items">
            {items.slice(-DRAWN).map((id, index) => (
              <Pictogram key={`${Math.max(0, items.length - DRAWN) + index}.${id}`} item={data.items[id]} />
            ))}
          </span>
          <Icon name="next" />
        </>
      )}
      {first && items.length > 0 && (
        <span class="strip-first" key={first.item}>
          <span class="visually-hidden">. {words.stripBest} </span>
          <Pictogram item={data.items[first.item]} />
          <span>{name}</span> <b>{percent(first.probability)}</b>
        </span>
      )}
    </button>
  );
}
