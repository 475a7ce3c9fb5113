// The focus row as stacked bars: what each earlier item gets from each source, the sum, and the weight after softmax.

import { t } from "../../content";
import { freeCell } from "../../state/hoverCell";
import { Button } from "../common/Button";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { Fill } from "../common/Fill";
import { nameOf } from "../common/maps/names";
import { SourceMark } from "../common/SourceMark";
import { FUSED_SOURCE } from "../common/sources";
import { shown } from "./context";
import { focused } from "./focused";
import { Gates } from "./Gates";
import { ItemName } from "./items";
import { rowNumbers } from "./mapsNumbers";
import { RowTable } from "./RowTable";
import { rowSource, rowText } from "./rowFigures";
import { Sentence } from "./Sentence";

export function FocusRow() {
  const now = shown.value;
  const focus = focused.value;
  if (!now || !focus) return null;
  const words = t().reading;
  const { row, column, pinned } = focus.cell;
  const looks = now.items[row];
  const at = row === column ? <b>{words.itself}</b> : <ItemName item={now.items[column]} />;
  return (
    <div>
      <Figure
        name="row"
        head={
          <div class="focus-heading">
            <h3>
              {words.focus} <Fill text={words.looksAt} parts={{ row: <ItemName item={looks} />, column: at }} />
            </h3>
            {pinned && (
              <Button look="quiet" icon="pin" title={words.free} onClick={() => freeCell()}>
                {words.pinned}
              </Button>
            )}
          </div>
        }
        caption={rowText.value.caption}
        source={rowSource}
        table={() => <FigureTable caption={rowText.value.title} table={rowNumbers(row)} />}
      >
        <p class="focus-sentence" data-reading>
          <Sentence />
        </p>
        <RowTable />
        <Legend />
      </Figure>
      <Gates />
    </div>
  );
}

function Legend() {
  const now = shown.value;
  // One source needs no key: its name stands over its map.
  if (!now || now.sources.length === 1) return null;
  const words = t().reading;
  return (
    <p class="source-legend">
      {now.sources.map((source) => (
        <span key={source.letter}>
          <SourceMark source={source} />
          <b>{source.letter}</b> {nameOf(source, now.sources.length)}
        </span>
      ))}
      {now.slice.bias && (
        <span>
          <i class="bias-mark" aria-hidden="true" />
          <b>{words.biasLetter}</b> {words.bias}
        </span>
      )}
      <span>
        <SourceMark source={FUSED_SOURCE} />
        <b>F</b> {t().common.sources.fused}
      </span>
    </p>
  );
}
