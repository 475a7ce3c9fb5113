import { t } from "../../content";
import { count } from "../common/format";

/** "1", or "1 → 4" with the new one in bold; read out as "from 1 to 4". */
export function RankChange({ from, to }: { from: number; to: number }) {
  const words = t().reading;
  if (from === to) return <>{count(to)}</>;
  return (
    <>
      <span aria-hidden="true">
        <span class="rank-from">{count(from)} → </span>
        <b>{count(to)}</b>
      </span>
      <span class="visually-hidden">{words.rankMovedSpoken(count(from), count(to))}</span>
    </>
  );
}

export function rankText(from: number, to: number): string {
  return from === to ? count(to) : t().reading.rankMoved(count(from), count(to));
}
