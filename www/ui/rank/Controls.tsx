// What is counted: a trained or a random model, whose clicks, which two models, which layer and head.
import { t } from "../../content";
import { current, session, set } from "../../state/current";
import { loaded } from "../../state/opened";
import { count } from "../common/format";
import { Segmented } from "../common/Segmented";
import { Select } from "../common/Select";
import { type From, from, longSession } from "./clicks";
import { countedHead } from "./head";
import { choosePair, countable, firstChoice, secondChoice } from "./pair";
import { answeringName, extent, nameOf } from "./shown";

const ON_SCREEN = "";

export function Controls() {
  const words = t().rank;
  const isRandom = current.weights.value === "random";
  return (
    <div class="rank-controls">
      <Segmented
        label={words.model}
        options={[
          { value: "trained" as const, label: words.trained },
          { value: "random" as const, label: words.random },
        ]}
        value={current.weights.value}
        onChange={(weights) => set({ weights })}
      />
      <ClicksChoice isRandom={isRandom} />
      {!isRandom && <ModelChoices />}
      {!isRandom && <HeadChoices />}
    </div>
  );
}

function ClicksChoice({ isRandom }: { isRandom: boolean }) {
  const words = t().rank.from;
  const long = longSession.value;
  const options: { value: From; label: string }[] = [
    ...(isRandom ? [{ value: "different" as const, label: words.different(count(current.rankClicks.value)) }] : []),
    { value: "own", label: words.own(count(session.value.length)) },
    { value: "long", label: long ? words.longOf(count(long.items.length)) : words.long },
  ];
  return (
    <Select
      label={t().rank.clicks}
      options={options}
      value={from.value}
      onChange={(value) => set({ rankFrom: value === "different" || (value === "own" && !isRandom) ? null : value })}
    />
  );
}

function ModelChoices() {
  const words = t().rank;
  const all = countable.value;
  if (all.length < 2) return null;
  const answering = loaded.value?.key ?? null;
  const first = firstChoice.value;
  const options = all.map((choice) => ({ value: choice.key, label: nameOf(choice) }));
  const shown = first?.key ?? answering;
  return (
    <>
      <Select
        label={words.first}
        options={[
          { value: ON_SCREEN, label: words.onScreen(answeringName.value) },
          ...options.filter(({ value }) => value !== answering),
        ]}
        value={first?.key ?? ON_SCREEN}
        onChange={(key) => choosePair({ first: key === ON_SCREEN ? null : key })}
      />
      <Select
        label={words.second}
        options={options.filter(({ value }) => value !== shown)}
        value={secondChoice.value?.key ?? ""}
        onChange={(key) => choosePair({ second: key })}
      />
    </>
  );
}

function HeadChoices() {
  const words = t().rank;
  const { layers, heads } = extent.value;
  if (layers === 0) return null;
  const upTo = (most: number) => Array.from({ length: most }, (_, at) => ({ value: at, label: String(at + 1) }));
  const head = countedHead.value;
  return (
    <>
      {layers > 1 && (
        <Segmented
          label={words.layer}
          options={upTo(layers)}
          value={Math.min(current.layer.value, layers - 1)}
          onChange={(layer) => set({ layer })}
        />
      )}
      {heads > 1 && heads <= 4 && (
        <Segmented
          label={words.head}
          options={upTo(heads)}
          value={Math.min(head, heads - 1)}
          onChange={(value) => set({ head: value })}
        />
      )}
      {heads > 4 && (
        <Select
          label={words.head}
          options={upTo(heads)}
          value={Math.min(head, heads - 1)}
          onChange={(value) => set({ head: value })}
        />
      )}
    </>
  );
}
