// Each source switched off in turn: an ablation of the trained model, asked of the engine when it has nothing else to do.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../content";
import { answered, explanation } from "../../state/answers";
import { experiment } from "../../state/current";
import { client } from "../../state/engine";
import { catalogue, model } from "../../state/opened";
import { Fill } from "../common/Fill";
import { count, percent, signed } from "../common/format";
import { SourceMark } from "../common/SourceMark";
import { type Ablation, type AblationTable, ablate } from "./ablation";
import { shown } from "./context";
import { ItemName } from "./items";
import { nameOf } from "./names";

/** The visitor's own question comes first: wait until clicks have stopped. */
const CALM_MS = 180;

export function WhatIf() {
  const words = t().why;
  const now = shown.value;
  const table = useAblation();
  if (!now) return null;
  const sources = now.sources.length;
  return (
    <div class="what-if">
      <h3>{words.offTitle}</h3>
      {sources === 1 ? (
        <p class="note">{words.offSingle}</p>
      ) : table ? (
        <>
          <p class="focus-sentence">
            <Fill
              text={words.offNow}
              parts={{
                item: <ItemName item={catalogue.value?.items[table.item]} />,
                probability: <b>{percent(table.probability)}</b>,
              }}
            />
          </p>
          <table class="off-table">
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
          <p class="note">{words.offNote}</p>
        </>
      ) : (
        <p class="note">{words.offWaiting}</p>
      )}
      <p class="caution">
        <b>{words.cautionWord}</b> {words.caution}{" "}
        <span class="caution-references">
          {words.cautionReferences.map(({ text, href }, index) => (
            <>
              {index > 0 && "; "}
              <a href={href} rel="noopener noreferrer" target="_blank">
                {text}
              </a>
            </>
          ))}
        </span>
      </p>
    </div>
  );
}

function OffRow({ row, before }: { row: Ablation; before: number }) {
  const words = t().why;
  const sources = shown.value?.sources ?? [];
  const source = sources[row.source];
  if (!source) return null;
  const change = (row.probability - before) * 100;
  const probability = percent(row.probability);
  return (
    <tr>
      <th scope="row">
        <SourceMark source={source} /> {nameOf(source, sources.length)}
      </th>
      <td class="numeric">{row.isBound ? words.offBelow(probability) : probability}</td>
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

/** The table for the session on screen; the old one stays until the new one is here. */
function useAblation(): AblationTable | null {
  const [table, setTable] = useState<AblationTable | null>(null);
  const engine = client.value;
  const items = answered.value;
  const maps = explanation.value;
  const weights = model.value;
  const { excludeSeen } = experiment.value;
  useEffect(() => {
    const sources = maps?.sources.length ?? 0;
    if (!engine || !weights || sources < 2 || items.length === 0) {
      if (items.length === 0 || sources < 2) setTable(null);
      return;
    }
    let wanted = true;
    const ask = async (request: Parameters<typeof engine.predict>[0]) => (await engine.predict(request)).value;
    const timer = setTimeout(async () => {
      try {
        const next = await ablate(ask, [...items], excludeSeen, sources, () => wanted);
        if (next && wanted) setTable(next);
      } catch {
        // The engine is restarting or gone; the store tells the visitor, and the next answer asks again.
      }
    }, CALM_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [engine, items, maps, weights, excludeSeen]);
  return table;
}
