// The drawing of drawRules.tsx as a figure of its own.
import { drawRules, type RulesModel } from "./drawRules";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import type { Theme } from "./tokens";

export interface RulesFigure extends FigureParts {
  readonly model: RulesModel;
}

export function rulesFigure(figure: RulesFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { drawing, height } = drawRules(figure.model, width, theme);
  return framed(figure, { drawing, width, height, head: titleBlock(figure, width) }, size, theme);
}
