import { t } from "../../content";
import type { Catalogue, Prediction } from "../../engine.ts";
import { FigureTable } from "../common/FigureTable";
import { nextNumbers } from "./numbers";
import "../../styles/next-table.css";

/** The same list as numbers, with more digits. */
export function PredictionTable({ data, prediction }: { data: Catalogue; prediction: Prediction }) {
  return <FigureTable caption={t().next.list} table={nextNumbers(data, prediction)} />;
}
