import { useMemo } from "preact/hooks";
import { t } from "../../../content";
import { FigureTable } from "../../common/FigureTable";
import { allMapsModel } from "./model";
import { allNumbers } from "./numbers";

export function AllTable() {
  const model = allMapsModel.value;
  const table = useMemo(() => (model ? allNumbers(model) : null), [model]);
  return table && <FigureTable caption={t().whyMore.allTable} table={table} />;
}
