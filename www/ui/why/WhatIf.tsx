// Each source switched off in turn: an ablation of the trained model, asked of the engine when it has nothing else to do. The switches do
// it for good: list and maps follow.
import { t } from "../../content";
import { answered, explanation, isSettled, pending, prediction } from "../../state/answers";
import { current } from "../../state/current";
import { catalogue, loaded } from "../../state/opened";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { Fill } from "../common/Fill";
import { count, percent, signed } from "../common/format";
import { percentBound } from "../common/formatMore";
import { Marked } from "../common/Marked";
import { nameOf } from "../common/maps/names";
import { References } from "../common/References";
import { Switch } from "../common/Switch";
import { switchOff } from "../common/scaleSource";
import { sourcesEdited } from "../common/sourcesOff";
import { useAsking } from "../common/useAsking";
import { type Ablation, type AblationTable, ablate, whyStill } from "./ablation";
import { shown } from "./context";
import { ItemName } from "./items";
import { offNumbers, offSource, offText } from "./offFile";

export function WhatIf() {
  const words = t().reading;
  const now = shown.value;
  const table = useAblation();
  if (!now) return null;
  const sources = now.sources.length;
  const still = whyStill(now.maps.items);
  const isEdited = sourcesEdited().length > 0;
  const rank = prediction.value?.ranks[table?.item ?? 0] ?? 0;
  const caption = table ? offText(table).caption : "";
  return (
    <div class="what-if">
      <Figure
        name="off"
        head={<h3>{words.offTitle}</h3>}
        caption={caption}
        source={table && sources > 1 ? () => offSource(table) : null}
        table={() => table && <FigureTable caption={words.offTitle} table={offNumbers(table)} />}
      >
        {sources === 1 ? (
          <p class="note">{words.offSingle}</p>
        ) : table ? (
          <>
            <p class="focus-sentence">
              <Fill
                text={isEdited ? words.offAllOn : words.offNow}
                parts={{
                  item: <ItemName item={catalogue.value?.items[table.item]} />,
                  probability: <b>{percent(table.probability)}</b>,
                }}
              />{" "}
              {isEdited && rank > 0 && words.offNowAt(count(rank))}
            </p>
            <div class="off-table-frame">
              <table class="table off-table">
                <caption class="visually-hidden">{words.offTitle}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.offSource}</th>
                    <th scope="col" class="numeric">
                      {words.offProbability}
                    </th>
                    <th scope="col" class="numeric">
                      {words.offChange}
                    </th>
                    <th scope="col" class="numeric">
                      {words.offRank}
                    </th>
                    <th scope="col" class="numeric">
                      {words.offFresh}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {table.rows.map((row) => (
                    <OffRow key={row.source} row={row} before={table.probability} />
                  ))}
                </tbody>
              </table>
            </div>
            <p class="note">
              <Marked text={still ? words[still] : words.offNote} />
            </p>
          </>
        ) : (
          <p class="note">{words.offWaiting}</p>
        )}
      </Figure>
      <p class="caution">
        <b>{words.cautionWord}</b> <Marked text={words.caution} /> <References of={words.cautionReferences} />
      </p>
    </div>
  );
}

function OffRow({ row, before }: { row: Ablation; before: number }) {
  const words = t().reading;
  const sources = shown.value?.sources ?? [];
  const source = sources[row.source];
  if (!source) return null;
  const change = (row.probability - before) * 100;
  const isOff = current.off.value.includes(source.letter);
  const name = nameOf(source, sources.length);
  const probability = percent(row.probability);
  return (
    <tr>
      <th scope="row">
        <Switch
          label={name}
          title={words.offSwitch(name)}
          source={source}
          on={!isOff}
          onChange={(on) => switchOff(source, !on)}
        />
      </th>
      <td class="numeric">{row.isBound ? words.offBelow(percentBound(row.probability)) : probability}</td>
      <td class="numeric off-change" data-sign={Math.sign(Number(change.toFixed(1)))}>
        {row.isBound ? "–" : signed(change, 1)}
      </td>
      <td class="numeric">
        {row.rank === 1 ? (
          "1"
        ) : (
          <>
            <span aria-hidden="true">{words.rankMoved("1", count(row.rank))}</span>
            <span class="visually-hidden">{words.rankMovedSpoken("1", count(row.rank))}</span>
          </>
        )}
      </td>
      <td class="numeric">{count(row.fresh)}</td>
    </tr>
  );
}

/** The table for the session on screen; the old one stays until the new one is here. It waits for the visitor's own list. */
function useAblation(): AblationTable | null {
  const table = useAsking<AblationTable | null>(
    () => {
      const [items, maps, asked] = [answered.value, explanation.value, loaded.value];
      const sources = maps?.sources.length ?? 0;
      if (!asked || sources < 2 || items.length === 0) return null;
      const exclude_seen = current.excludeSeen.value;
      return (ask) =>
        ablate(async (request) => (await ask("predict", request)).value, [...items], exclude_seen, sources);
    },
    { when: () => isSettled.value && !pending.value },
  );
  return table.value.value;
}
