// What each source adds to the rank: its width as squares, those it cannot use hatched, with the reason beside.
import { t } from "../../content";
import { PAGE } from "../../viz/tokens";
import { inRem } from "../../viz/useRoom";
import { drawSquares, SQUARES_HEIGHT, squaresWidth } from "../../viz/widthSquares";
import { count } from "../common/format";
import { SourceMark } from "../common/SourceMark";
import { FUSED_SOURCE } from "../common/sources";
import { Bound } from "./Bounds";
import type { Part } from "./limits";
import type { Side } from "./shown";
import { partName, reasonInWords, slotsInWords } from "./words";

export function Adds({ side }: { side: Side }) {
  const words = t().rank.adds;
  const { head } = side;
  if (head.parts.length < 2) return null;
  return (
    <section class="rank-adds">
      <h3>{words.title}</h3>
      <table class="rank-table">
        <caption class="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.source}</th>
            <th scope="col">{words.width}</th>
            <th scope="col" class="numeric">
              {words.own}
            </th>
            <th scope="col" class="numeric">
              {words.adds}
            </th>
          </tr>
        </thead>
        <tbody>
          {head.parts.map((part) => (
            <Row key={part.source} side={side} part={part} />
          ))}
          <tr class="rank-sum">
            <th scope="row">
              <SourceMark source={FUSED_SOURCE} /> {words.all}
            </th>
            <td class="rank-why">{words.ofSlots(slotsInWords(side))}</td>
            <td />
            <td class="numeric">
              <b>{count(head.rank)}</b>
            </td>
          </tr>
        </tbody>
      </table>
      <Bound side={side} />
      {head.parts.some(({ adds }) => adds === null) && <p class="note">{words.hidden}</p>}
      {head.head > 0 && <p class="note">{words.firstHead}</p>}
    </section>
  );
}

function Row({ side, part }: { side: Side; part: Part }) {
  const words = t().rank.adds;
  const view = side.sources[part.source];
  if (!view) return null;
  const width = squaresWidth(part.width);
  const used = part.adds ?? part.rank;
  const why = reasonInWords(part.reason, side);
  return (
    <tr>
      <th scope="row">
        <SourceMark source={view} /> {partName(side, part)}
      </th>
      <td>
        <span class="rank-width">
          <svg
            role="img"
            aria-label={words.used(count(used), count(part.width))}
            style={{ width: inRem(width), height: inRem(SQUARES_HEIGHT) }}
            viewBox={`0 0 ${width} ${SQUARES_HEIGHT}`}
          >
            {drawSquares(view.token, part.width, used, PAGE)}
          </svg>
          {why && <span class="rank-why">{why}</span>}
        </span>
      </td>
      <td class="numeric">{count(part.rank)}</td>
      <td class="numeric">
        <b>{part.adds === null ? "–" : count(part.adds)}</b>
      </td>
    </tr>
  );
}
