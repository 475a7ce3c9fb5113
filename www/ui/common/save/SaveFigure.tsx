import { useState } from "preact/hooks";
import type { DrawFigure } from "../../../viz/figure";
import { Fetched, whenNeeded } from "../lazy";
import { SaveMenu, type SaveMenuProps } from "./SaveMenu";

interface Props extends Pick<SaveMenuProps, "name" | "onClose"> {
  readonly source: () => Promise<DrawFigure>;
}

/** The menu, once the code that draws this figure is here. */
export function SaveFigure({ source, ...menu }: Props) {
  const [draw] = useState(() => whenNeeded(source));
  return <Fetched what={draw}>{(here) => <SaveMenu {...menu} draw={here} />}</Fetched>;
}
