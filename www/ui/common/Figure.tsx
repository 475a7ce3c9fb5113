// A figure of the page: its head with its tools, the drawing or the table of its numbers, and its caption. What saves it is fetched when
// the visitor asks for it.
import type { ComponentChildren, Ref } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../content";
import type { FigureName } from "../../state/fields";
import type { DrawFigure } from "../../viz/figure";
import { Icon } from "./Icon";
import { Fetched, whenNeeded } from "./lazy";
import { Popover } from "./Popover";
import { TableToggle } from "./TableToggle";
import { isTable } from "./tables";
import "../../styles/figure.css";

export interface FigureProps {
  /** What links, tables and files call it. */
  readonly name: FigureName;
  /** Its title, or the controls of what it shows. */
  readonly head: ComponentChildren;
  readonly headRef?: Ref<HTMLDivElement>;
  /** Width of the head where it does not span the figure. */
  readonly headWidth?: string;
  readonly class?: string;
  /** How the drawing is arranged, for styles. */
  readonly form?: string | undefined;
  readonly caption: ComponentChildren;
  /** Gets the code that draws the figure for a file; null while there is nothing to draw. */
  readonly source: (() => Promise<DrawFigure>) | null;
  /** The same numbers as a table. */
  readonly table: () => ComponentChildren;
  readonly children: ComponentChildren;
}

export function Figure(props: FigureProps) {
  const { name, source, headWidth } = props;
  return (
    <figure class={props.class ? `figure ${props.class}` : "figure"} data-figure={name} data-form={props.form}>
      <div class="figure-head" ref={props.headRef ?? null} style={headWidth ? { width: headWidth } : {}}>
        <div class="figure-title">{props.head}</div>
        {source && (
          <div class="figure-tools">
            <TableToggle of={name} />
            <Save name={name} source={source} />
          </div>
        )}
      </div>
      {source && isTable(name) ? props.table() : props.children}
      {source && <figcaption class="figure-caption">{props.caption}</figcaption>}
    </figure>
  );
}

function Save({ name, source }: Pick<FigureProps, "name"> & { source: () => Promise<DrawFigure> }) {
  const label = t().common.saveFigure;
  return (
    <Popover
      label={label}
      align="end"
      triggerClass="button button-quiet"
      triggerLabel={label}
      triggerTitle={label}
      triggerMark={{ "data-save": "" }}
      trigger={
        <>
          <Icon name="save" />
          <span>{label}</span>
        </>
      }
    >
      {(close) => <SaveFigure name={name} source={source} onClose={close} />}
    </Popover>
  );
}

interface SaveProps {
  readonly name: string;
  readonly source: () => Promise<DrawFigure>;
  readonly onClose: () => void;
}

/** The menu once it is here, with the code that draws this figure. */
function SaveFigure({ name, source, onClose }: SaveProps) {
  const [what] = useState(() =>
    whenNeeded(async () => {
      const [{ SaveMenu }, draw] = await Promise.all([import("./SaveMenu"), source()]);
      return { SaveMenu, draw };
    }, ["save"]),
  );
  return (
    <Fetched what={what}>{({ SaveMenu, draw }) => <SaveMenu name={name} draw={draw} onClose={onClose} />}</Fetched>
  );
}
