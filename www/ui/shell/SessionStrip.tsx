import { t } from "../../content";
import { prediction } from "../../state/answers";
import { current, session } from "../../state/current";
import { catalogue } from "../../state/opened";
import { percent } from "../common/format";
import { Icon } from "../common/Icon";
import { itemName } from "../common/itemWords";
import { goTo } from "../common/navigation";
import { Pictogram } from "../common/Pictogram";

/** Items drawn at most; the newest are the ones that matter. */
const DRAWN = 8;

/** The session and the first prediction in one line, over the panels of narrow screens: the effect of an edit stays in view. */
export function SessionStrip() {
  const words = t().shell;
  const items = session.value;
  const data = catalogue.value;
  const first = prediction.value?.top[0];
  if (current.panel.value === "session" || !data || items.length === 0) return null;
  const best = first ? words.stripBest(itemName(data, first.item), percent(first.probability)) : "";
  return (
    <button type="button" class="strip" aria-label={words.strip(items.length, best)} onClick={() => goTo("session")}>
      {items.length > DRAWN && <span class="strip-more">+{items.length - DRAWN}</span>}
      {items.slice(-DRAWN).map((id, index) => (
        <Pictogram key={`${index}.${id}`} item={data.items[id]} />
      ))}
      <Icon name="next" />
      {first && (
        <span class="strip-first">
          <Pictogram item={data.items[first.item]} />
          <b>{percent(first.probability)}</b>
        </span>
      )}
    </button>
  );
}
