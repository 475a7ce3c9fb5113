// How much of the page is kept for use without a network, in a line, with what a visitor can do about it.
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { fellShort, isTaking, keepAll, keeping, keepNothing, keepsNothing, lookAgain } from "../../state/kept";
import { announce } from "./Announcer";
import { Button } from "./Button";
import { bytes } from "./format";
import "../../styles/kept.css";

export function Kept() {
  useEffect(() => void lookAgain(), []);
  const words = t().kept;
  const now = keeping.value;
  if (keepsNothing.value) return <p class="note">{words.impossible}</p>;
  if (!now) return null;
  if (now.isLocal) return <p class="note">{words.local}</p>;
  const isWhole = now.kept === now.of;
  const keep = async () => {
    await keepAll();
    announce(fellShort.peek() ? words.fellShort : words.whole);
  };
  const remove = async () => {
    await keepNothing();
    announce(words.removed);
  };
  return (
    <div class="kept">
      <p class="note">
        {now.isOff ? words.nothing : words.amount(bytes(now.kept), bytes(now.of))}
        {fellShort.value && ` ${words.fellShort}`}
      </p>
      <div class="kept-buttons">
        {!isWhole && (
          <Button unavailable={isTaking.value} onClick={() => void keep()}>
            {words.keep}
          </Button>
        )}
        {now.kept > 0 && !now.isOff && <Button onClick={() => void remove()}>{words.remove}</Button>}
      </div>
    </div>
  );
}
