// Scores as columns of tables: the whole numbers for files, as written for the page.
import { t } from "../../content";
import type { FigureCell, FigureColumn } from "../../viz/figure";
import { count } from "../common/format";
import { bare, kappaText } from "./names";
import { rightOf, type Scored } from "./score";

/** Shares in columns whose headings say per cent. */
export const PERCENT = { times: 100, write: bare };

export function scoreColumns(): FigureColumn[] {
  const words = t().truth.table;
  return [
    { label: words.clicks, write: count },
    { label: words.right, ...PERCENT },
    { label: words.half, ...PERCENT },
    { label: words.chance, ...PERCENT },
    { label: words.kappa, write: kappaText },
    { label: words.kappaHalf, write: kappaText },
  ];
}

/** Where nothing was scored there is the share alone. */
export function scoreRow(scored: Scored | null): FigureCell[] {
  if (!scored) return [null, null, null, null, null, null];
  const { n, agreement } = scored;
  const { right_half = null, chance = null, kappa = null, kappa_half = null } = agreement ?? {};
  return [n, rightOf(scored), right_half, chance, kappa, kappa_half];
}
