// The key of the maps, and the focus in numbers: the same cell in every model.
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { current } from "../../state/current";
import { LEVELS, levelColour, type Ramp } from "../../viz/ramps";
import { largest, niceBound } from "../../viz/scales";
import { PAGE } from "../../viz/tokens";
import { Button } from "../common/Button";
import { Fill } from "../common/Fill";
import { decimal, signed } from "../common/format";
import { weightAt } from "./attention";
import { free, isPinned, place } from "./focus";
import { columnName, rowNames } from "./places";
import { LETTERS, partner, sides } from "./sides";
import { contrast, sideMaps } from "./views";

function Swatches({ ramp }: { ramp: Ramp }) {
  const stops = Array.from({ length: 9 }, (_, index) => (index * (LEVELS - 1)) / 8);
  return (
    <span class="ramp" aria-hidden="true">
      {stops.map((level) => (
        <i key={level} style={{ background: levelColour(PAGE, ramp, level) }} />
      ))}
    </span>
  );
}

function short(value: number, write: (value: number, digits: number) => string): string {
  return write(value, Number.isInteger(value) ? 0 : Math.abs(value) >= 0.1 ? 1 : 2);
}

export function Key() {
  const words = t().side;
  const maps = sideMaps.value;
  if (!maps.some((view) => view)) return null;
  const bound = niceBound(Math.max(...maps.map((view) => (view ? largest(view.map.weights) : 0))));
  const now = contrast.value;
  const b = LETTERS[partner.value] ?? "";
  return (
    <div class="side-key">
      <span class="map-key-ramp">
        0 <Swatches ramp="seq" /> {short(bound, decimal)} {words.legendWeight}
      </span>
      {now && (
        <span class="map-key-ramp">
          {words.more(b)} {short(-now.bound, signed)} <Swatches ramp="div" /> {short(now.bound, signed)}{" "}
          {words.more("A")}
        </span>
      )}
      <span>{words.axes}</span>
    </div>
  );
}

/** The focus cell in every model, and A minus its opponent. */
export function Reading({ data }: { data: Catalogue }) {
  const words = t().side;
  const at = place.value;
  const answers = sides.value.flatMap(({ answer }) => (answer && answer.maps.layers > 0 ? [answer] : []));
  const [answer] = answers;
  if (!at || !answer) return null;
  const weights = sideMaps.value.map((view) => view && weightAt(view.map, at));
  const [a, b] = [weights[0], weights[partner.value]];
  const other = LETTERS[partner.value] ?? "";
  const comparable = contrast.value !== null && a !== undefined && b !== undefined && !(a === null && b === null);
  return (
    <p class="side-reading">
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
      {comparable && (
        <span class="side-number">
          {words.difference("A", other)} <b>{signed((a ?? 0) - (b ?? 0))}</b>
        </span>
      )}
      {isPinned.value && (
        <Button look="quiet" icon="pin" title={t().why.free} onClick={free}>
          {t().why.pinned}
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
