// The focus in numbers: the same cell in every model.
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { current } from "../../state/current";
import { Button } from "../common/Button";
import { Fill } from "../common/Fill";
import { decimal, signed } from "../common/format";
import { weightAt, writtenDifference } from "./attention";
import { free, isPinned, place } from "./focus";
import { columnName, rowNames } from "./places";
import { answersWithMaps, LETTERS, partner } from "./sides";
import { contrast, sideMaps } from "./views";

/** The focus cell in every model, and A minus its opponent. */
export function Reading({ data }: { data: Catalogue }) {
  const words = t().side;
  const at = place.value;
  const answers = answersWithMaps.value;
  const [answer] = answers;
  if (!at || !answer) return null;
  const weights = sideMaps.value.map((view) => view && weightAt(view.map, at));
  const [a, b] = [weights[0], weights[partner.value]];
  const other = LETTERS[partner.value] ?? "";
  const minus = contrast.value === null ? null : writtenDifference(a ?? null, b ?? null);
  return (
    <p class="side-reading" data-reading>
      <span>
        <Fill
          text={words.reading}
          parts={{
            row: <b>{rowNames(data, answers, at.row)}</b>,
            column: <b>{columnName(data, answer, at.column)}</b>,
          }}
        />
      </span>
      {weights.map((weight, index) =>
        sideMaps.value[index] ? (
          <span key={LETTERS[index]} class="side-number">
            {LETTERS[index]} <b>{weight === null || weight === undefined ? words.blank : decimal(weight)}</b>
          </span>
        ) : null,
      )}
      {minus !== null && (
        <span class="side-number">
          {words.difference("A", other)} <b>{signed(minus)}</b>
        </span>
      )}
      {isPinned.value && (
        <Button look="quiet" icon="pin" title={t().reading.free} onClick={free}>
          {t().reading.pinned}
        </Button>
      )}
    </p>
  );
}

/** What a reader of the maps must know and the maps do not show. */
export function MapNotes() {
  const words = t().side;
  const notes = [
    ...(current.sideHead.value !== "mean" ? [words.headNote] : []),
    ...(contrast.value?.grid.leavesMask ? [words.maskNote] : []),
  ];
  return notes.length > 0 ? <p class="note">{notes.join(" ")}</p> : null;
}
