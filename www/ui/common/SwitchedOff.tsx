// Sources that are switched off or scaled: said wherever something on screen follows from it, with the way back.
import { t } from "../../content";
import { Button } from "./Button";
import { decimal } from "./format";
import { SourceMark } from "./SourceMark";
import { resetSources } from "./scaleSource";
import { sourceName } from "./sourceName";
import { sourcesEdited } from "./sourcesOff";
import "../../styles/switched-off.css";

type Edit = ReturnType<typeof sourcesEdited>[number];
const isOff = ({ factors }: Edit) => factors.every((factor) => factor === 0);

/** "Price × 0.50", or every layer's factor where they differ: "Price × 1.00, × 0.50". */
function scaled({ source, factors }: Edit): string {
  return `${sourceName(source)} ${[...new Set(factors)].length === 1 ? times(factors[0]) : factors.map(times).join(", ")}`;
}

const times = (factor = 1) => `×\u00a0${decimal(factor)}`;

/** Beside the heading of what follows from it: it stands in a row that is there anyway, so that nothing below it moves. A press undoes it. */
export function SwitchedOff() {
  const edits = sourcesEdited();
  const [off, other] = [edits.filter(isOff), edits.filter((edit) => !isOff(edit))];
  const words = t().common;
  const said = [
    ...(off.length > 0 ? [`${words.switchedOff} ${off.map(({ source }) => sourceName(source)).join(", ")}.`] : []),
    ...(other.length > 0 ? [`${words.scaled} ${other.map(scaled).join("; ")}.`] : []),
  ].join(" ");
  return (
    <Button look="quiet" icon="restart" class="switched-off" title={`${said} ${words.resetSources}`} onClick={reset}>
      <span class="edited-mark">
        <span class="visually-hidden">{said} </span>
        <span aria-hidden="true">{other.length > 0 ? words.edited : words.off}</span>
        {edits.map(({ source }) => (
          <SourceMark key={source.letter} source={source} />
        ))}
      </span>
      <span class="visually-hidden">{words.resetSources}</span>
    </Button>
  );
}

/** Beside the heading of a panel that shows the model with a source switched off or scaled. */
export function Edited() {
  const words = t().common;
  return (
    <span class="switched-off">
      <span class="edited-mark">{words.edited}</span>
      <Button look="quiet" icon="restart" title={words.resetSources} onClick={reset}>
        {words.reset}
      </Button>
    </span>
  );
}

/** The button goes with what it undoes: the focus goes to its panel, where Tab goes on. */
function reset({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  currentTarget.closest<HTMLElement>("[data-panel]")?.focus({ preventScroll: true });
  resetSources();
}
