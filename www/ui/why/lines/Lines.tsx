// Lines between the clicks: the same numbers as the maps, one source or all fused, as two columns of the session.
import { t } from "../../../content";
import { focusCell } from "../../../state/focus";
import { drawClicks } from "../../../viz/drawLines";
import { LinesGrid } from "../../../viz/LinesGrid";
import { valueAt } from "../../../viz/linesModel";
import { PAGE } from "../../../viz/tokens";
import { Drawing } from "../../common/Drawing";
import { decimal } from "../../common/format";
import { nameOf } from "../../common/maps/names";
import { Segmented } from "../../common/Segmented";
import { Select } from "../../common/Select";
import { FUSED_SOURCE } from "../../common/sources";
import { phone } from "../../common/viewport";
import { shown } from "../context";
import { isWeight, linesBehind, linesFrame, linesLayout, linesModel, strongest } from "./model";
import { chooseSource, first, letGo, lineSource, linesFocus, MOST, moveTo, pointAt, press } from "./state";
import "../../../styles/why-forms.css";

export function Lines() {
  const [layout, model] = [linesLayout.value, linesModel.value];
  if (!layout || !model) return null;
  const words = t().whyMore;
  return (
    <div class="why-lines">
      <SourceChoice />
      <Drawing size={layout} moving={<InFront />} over={<Over />}>
        <Behind />
        {linesFrame.value}
      </Drawing>
      <p class="why-form-reading" data-reading>
        <Reading />
      </p>
      <p class="note">
        {isWeight.value ? words.linesHow : words.linesHowSigned}
        {first.value > 0 && ` ${words.linesNewest(MOST, first.value + MOST)}`}
      </p>
    </div>
  );
}

function SourceChoice() {
  const sources = shown.value?.sources ?? [];
  if (sources.length < 2) return null;
  const chosen = sources[lineSource.value ?? -1]?.letter ?? FUSED_SOURCE.letter;
  const options = [
    { value: FUSED_SOURCE.letter, label: t().common.sources.fused, source: FUSED_SOURCE },
    ...sources.map((source) => ({ value: source.letter, label: nameOf(source, sources.length), source })),
  ];
  // Six names with their marks need more room than a phone has.
  const Choice = phone.value || options.length > 7 ? Select<string> : Segmented<string>;
  return <Choice label={t().whyMore.linesOf} options={options} value={chosen} onChange={chooseSource} />;
}

/** All lines, unless one click is to be seen alone. */
function Behind() {
  return linesFocus.value?.isAlone ? null : linesBehind.value;
}

function InFront() {
  const [model, layout, focus] = [linesModel.value, linesLayout.value, linesFocus.value];
  return model && layout && drawClicks(model, layout, focus, PAGE);
}

function Over() {
  const [model, layout] = [linesModel.value, linesLayout.value];
  if (!model || !layout) return null;
  const last = model.items.length - 1;
  const focus = linesFocus.value ?? { side: "looks" as const, row: last, column: last };
  const name = (at: number) => model.items[at]?.name ?? "";
  const value = model.write(valueAt(model, focus.row, focus.column));
  return (
    <LinesGrid
      id="lines"
      label={t().whyMore.linesLabel(model.name)}
      layout={layout}
      size={model.items.length}
      focus={focus}
      pinned={focusCell.value?.pinned ?? false}
      focusLabel={t().whyMore.cellLabel(name(focus.row), name(focus.column), value)}
      strongest={strongest}
      onHover={pointAt}
      onMove={moveTo}
      onPress={press}
      onFree={letGo}
    />
  );
}

/** The row in front in a sentence. */
function Reading() {
  const [model, focus] = [linesModel.value, linesFocus.value];
  if (!model || !focus) return null;
  const words = t().whyMore;
  const { row } = focus;
  const seen = model.items.flatMap((item, at) =>
    model.causal && at > row ? [] : [{ at, name: item.name, value: valueAt(model, row, at) }],
  );
  const most = seen.reduce((a, b) => (b.value > a.value ? b : a), seen[0] ?? { at: row, name: "", value: 0 });
  const looks = model.items[row]?.name ?? "";
  const called = (one: { at: number; name: string }) => (one.at === row ? words.itself : one.name);
  if (isWeight.value) {
    const rest = decimal(Math.max(0, 1 - most.value));
    return <>{words.linesWeight(looks, model.write(most.value), called(most), first.value + seen.length - 1, rest)}</>;
  }
  const least = seen.reduce((a, b) => (b.value < a.value ? b : a), most);
  const [high, low] = [called(most), called(least)];
  return <>{words.linesScore(model.name, looks, high, model.write(most.value), low, model.write(least.value))}</>;
}
