// Why this list: the maps of every source, their sum, and what one cell of it is made of.
import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { explanation } from "../../state/answers";
import { session } from "../../state/current";
import { fusionFamily } from "../../state/fusionFamily";
import { model, modelFailure } from "../../state/opened";
import { isDue } from "../common/isDue";
import { Later } from "../common/Later";
import { lazy } from "../common/lazy";
import { Marked } from "../common/Marked";
import { sourcesEdited } from "../common/sourcesOff";
import { shown } from "./context";
import { missingFusion } from "./fusion";
import { Maps } from "./Maps";
import { switchable } from "./switchable";
import "../../styles/why.css";

export const whyPanel: PanelParts = { Body, Lede, Tools };

const Detail = lazy(async () => (await import("./Detail")).Detail, ["figure", "reading"]);
const Nothing = lazy(async () => (await import("../common/Nothing")).Nothing);
const Edited = lazy(async () => (await import("../common/SwitchedOff")).Edited);
const FusionSwitch = lazy(async () => (await import("./FusionSwitch")).FusionSwitch);
const OtherLede = lazy(async () => (await import("./OtherLede")).OtherLede, ["whyMore"]);
const NoAttention = lazy(async () => (await import("./NoAttention")).NoAttention, ["whyMore"]);
const Notes = lazy(async () => (await import("./Notes")).Notes, ["whyMore"]);
const FusionNote = lazy(async () => (await import("./FusionNote")).FusionNote, ["models", "trouble"]);

/** The room of the choice of fusion is kept from the start: what is read below it must not move when the engine can answer. */
function hasFusions(): boolean {
  return (isDue.value ? switchable() : fusionFamily(model.value?.system.id ?? "")) !== null;
}

function Tools() {
  if (!shown.value) return null;
  return (
    <>
      {sourcesEdited().length > 0 && <Edited />}
      {hasFusions() && <span class="fusion-room">{isDue.value && <FusionSwitch />}</span>}
    </>
  );
}

/** Nothing is said of maps that this model does not have: the body says why. */
function isUnseen(): boolean {
  return !shown.value && model.value?.sources.length === 0;
}

function Lede() {
  return (
    <>
      {!isUnseen() && (
        <p class="lede">
          {(shown.value?.maps.fusion ?? "sum") === "sum" ? <Marked text={t().why.lede} /> : <OtherLede />}
        </p>
      )}
      {(missingFusion.value ?? modelFailure.value) !== null && <FusionNote />}
    </>
  );
}

function Body() {
  return <div class="why">{shown.value ? <Figures /> : isUnseen() ? <NoAttention /> : <Empty />}</div>;
}

function Figures() {
  return (
    <>
      <Maps />
      {isDue.value && (
        <Later>
          <Notes />
        </Later>
      )}
      {isDue.value && (
        <Later>
          <Detail />
        </Later>
      )}
    </>
  );
}

function Empty() {
  const words = t().why;
  const hasItems = session.value.length > 0;
  return <Nothing text={hasItems && !model.value && !explanation.value ? words.untrained : words.empty} />;
}
