// What is said of a row beside its name.
import { t } from "../../../content";
import type { OwnClick, OwnStep } from "./model";

interface Facts {
  readonly isHidden: boolean;
  readonly isMine: boolean;
  readonly isCopy: boolean;
  readonly isWorded: boolean;
}

export function notesOf({ isHidden, isMine, isCopy, isWorded }: Facts): readonly string[] {
  const words = t().own;
  return [
    ...(isHidden ? [words.hidden] : []),
    ...(isMine ? [words.mine] : isCopy ? [words.copied] : []),
    ...(isWorded && !isMine ? [words.reworded] : []),
  ];
}

export const wordedClick = ({ words }: OwnClick): boolean => Object.keys(words).length > 0;
export const wordedStep = ({ words, clicks }: OwnStep): boolean =>
  Object.keys(words).length > 0 || clicks.some(wordedClick);
