// The list and the predicted attributes as figures for files.
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import type { Catalogue, Prediction } from "../../engine.ts";
import { baseline } from "../../state/answers";
import { current } from "../../state/current";
import type { AttributesFigure } from "../../viz/attributesFigure";
import { type DrawFigure, type FigureText, figureText } from "../../viz/figure";
import type { NextChange, NextRow } from "../../viz/nextFigure";
import { candidateFacts, dataFact, editFacts, modelFacts, sessionFact } from "../common/figureFacts";
import { percentNumber } from "../common/format";
import { itemSign } from "../common/itemSign";
import { itemName, valueName } from "../common/itemWords";
import { sourceName } from "../common/sourceName";
import { attributeSources } from "../common/sources";
import { attributeNumbers, nextNumbers, plainHeads } from "./numbers";
import { type RankChange, rankChange } from "./rankChange";
import { VALUES } from "./values";

const facts = () => [...modelFacts(), ...editFacts(), dataFact(), sessionFact(), ...candidateFacts()];

export const nextText = (): FigureText => figureText(t().next.list, "", facts());
export const attributesText = (): FigureText => figureText(t().nextMore.attributes, "", facts());

function written(change: RankChange): NextChange | null {
  switch (change.kind) {
    case "none":
      return null;
    case "same":
      return { text: "=", way: "none" };
    case "new":
      return { text: t().next.fresh, way: "none" };
    default:
      return change.places > 0 ? { text: `▲${change.places}`, way: "up" } : { text: `▼${-change.places}`, way: "down" };
  }
}

export async function nextSource(data: Catalogue, prediction: Prediction): Promise<DrawFigure> {
  const { nextFigure } = await import("../../viz/nextFigure");
  const words = t().next;
  const [truth, ranks] = [current.quiz.peek(), baseline.peek()?.ranks ?? null];
  const rows = prediction.top.slice(0, current.k.peek()).map(
    (row, index): NextRow => ({
      ...itemSign(data.items[row.item]),
      rank: String(index + 1),
      name: itemName(data, row.item),
      probability: row.probability,
      percent: percentNumber(row.probability),
      truth: row.true_probability,
      change: written(rankChange(index + 1, row.item, ranks)),
      isTrue: truth?.revealed === true && truth.target === row.item,
    }),
  );
  const table = plainHeads(nextNumbers(data, prediction));
  const figure = {
    ...nextText(),
    rows,
    table: () => table,
    words: {
      ...{ percent: words.percent, rank: words.rank, isTrue: words.isTrue },
      probability: withoutMarks(words.probability),
      truth: withoutMarks(words.truth),
    },
  };
  return (size, theme) => nextFigure(figure, size, theme);
}

export async function attributesSource(data: Catalogue, prediction: Prediction): Promise<DrawFigure> {
  const { attributesFigure } = await import("../../viz/attributesFigure");
  const sources = attributeSources(data.attributes);
  const attributes = prediction.attributes.flatMap(
    ({ attribute, values }): AttributesFigure["attributes"][number][] => {
      const [info, source] = [data.attributes[attribute], sources[attribute]];
      if (!info || !source) return [];
      const shown = values.slice(0, VALUES).map(({ value, probability }) => ({
        ...{ name: valueName(info, value), probability },
        percent: percentNumber(probability, 0),
      }));
      return [{ source: source.token, name: sourceName(source), values: shown }];
    },
  );
  const [text, table] = [attributesText(), attributeNumbers(data, prediction)];
  return (size, theme) => attributesFigure({ ...text, attributes, table: () => table }, size, theme);
}
