// A figure of the page: its head with its tools, the drawing or the table of its numbers, and its caption.
import type { ComponentChildren, Ref } from "preact";
import type { FigureName } from "../../state/fields";
import type { DrawFigure } from "../../viz/figure";
import { isDue } from "./isDue";
import { lazy } from "./lazy";
import { isTable } from "./tables";
import "../../styles/figure.css";

const FigureTools = lazy(async () => (await import("./FigureTools")).FigureTools);

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
        {source && <div class="figure-tools">{isDue.value && <FigureTools name={name} source={source} />}</div>}
      </div>
      {source && isTable(name) ? props.table() : props.children}
      {source && <figcaption class="figure-caption">{props.caption}</figcaption>}
    </figure>
  );
}
