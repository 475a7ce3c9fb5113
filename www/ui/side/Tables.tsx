import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { FigureTable } from "../common/FigureTable";
import { listNumbers } from "./listsFile";

/** The numbers of the lists as a real table. */
export function ListTable({ data }: { data: Catalogue }) {
  return <FigureTable caption={t().side.tableLists} table={listNumbers(data)} />;
}
