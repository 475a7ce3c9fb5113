// What a figure has in its head: the switch to its numbers, and the menu that saves it, which is fetched when the visitor asks for it.
import { t } from "../../content";
import type { FigureProps } from "./Figure";
import { Icon } from "./Icon";
import { lazyOpened } from "./lazy";
import { Popover } from "./Popover";
import { TableToggle } from "./TableToggle";

const SaveFigure = lazyOpened(async () => (await import("./save/SaveFigure")).SaveFigure, ["save", "figure"]);

type Props = Pick<FigureProps, "name"> & { readonly source: NonNullable<FigureProps["source"]> };

export function FigureTools({ name, source }: Props) {
  const label = t().common.saveFigure;
  return (
    <>
      <TableToggle of={name} />
      <Popover
        label={label}
        align="end"
        saves
        triggerClass="button button-quiet"
        triggerLabel={label}
        triggerTitle={label}
        trigger={
          <>
            <Icon name="save" />
            <span>{label}</span>
          </>
        }
      >
        {(close) => <SaveFigure name={name} source={source} onClose={close} />}
      </Popover>
    </>
  );
}
