// Why this list: the maps of every source, their sum, and what one cell of it is made of.
import { t } from "../../content";
import type { Explanation, ModelSummary } from "../../engine.ts";
import type { PanelParts } from "../../panels";
import { explanation } from "../../state/answers";
import { session } from "../../state/current";
import { slots } from "../../state/focus";
import { model, modelFailure } from "../../state/opened";
import { isDue } from "../common/isDue";
import { lazy } from "../common/lazy";
import { Marked } from "../common/Marked";
import { sourcesEdited } from "../common/sourcesOff";
import { shown } from "./context";
import { missingFusion } from "./fusion";
import { Maps } from "./Maps";
import "../../styles/why.css";

export const whyPanel: PanelParts = { Body, Lede, Tools };

const Detail = lazy(async () => (await import("./Detail")).Detail, ["figure", "reading"]);
const Edited = lazy(async () => (await import("../common/SwitchedOff")).Edited);
const FusionSwitch = lazy(async () => (await import("./FusionSwitch")).FusionSwitch);
const FusionNote = lazy(async () => (await import("./FusionNote")).FusionNote, ["models", "trouble"]);

function Tools() {
  if (!shown.value) return null;
  return (
    <>
      {sourcesEdited().length > 0 && <Edited />}
      {isDue.value && <FusionSwitch />}
    </>
  );
}

/** Nothing is said of maps that this model does not have: the body says why. */
function isUnseen(): boolean {
  return !shown.value && explanation.value?.layers === 0 && explanation.value.items.length > 0;
}

function Lede() {
  return (
    <>
      {!isUnseen() && (
        <p class="lede">
          <Marked text={ledeOf(shown.value?.maps ?? null, model.value)} />
        </p>
      )}
      {(missingFusion.value ?? modelFailure.value) !== null && <FusionNote />}
    </>
  );
}

function Body() {
  return <div class="why">{shown.value ? <Figures /> : isUnseen() ? <NoAttention /> : <Empty />}</div>;
}

/** How this model comes to its map, in a sentence or two. */
function ledeOf(maps: Explanation | null, summary: ModelSummary | null): string {
  const words = t().why;
  if (!maps || maps.fusion === "sum") return words.lede;
  if (maps.fusion !== "none") return words.ledeMixed;
  return words.ledes[summary?.kind ?? ""] ?? words.ledeSingle;
}

/** A model that looks back by other means. Its list, and the side-by-side view, work all the same. */
function NoAttention() {
  const words = t().why;
  const kind = model.value?.kind ?? "";
  return (
    <p class="why-empty">
      <Marked text={words.noAttention[kind] ?? words.noAttentionHere} />
    </p>
  );
}

function Figures() {
  const now = shown.value;
  const words = t().why;
  if (!now) return null;
  const notes = [
    ...(now.slice.size === 1 ? [words.one] : now.head === "mean" ? [words.meanNote] : []),
    ...(slots.value.size > slots.value.steps ? [words.maskNote] : []),
  ];
  return (
    <>
      <Maps />
      {notes.length > 0 && (
        <p class="note why-note">
          <Marked text={notes.join(" ")} />
        </p>
      )}
      {isDue.value && <Detail />}
    </>
  );
}

function Empty() {
  const words = t().why;
  const hasItems = session.value.length > 0;
  return <p class="why-empty">{hasItems && !model.value && !explanation.value ? words.untrained : words.empty}</p>;
}
