// The step in slow motion: which session it learns from, its four parts, and the numbers of each, system by system.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { answeringChoice } from "../../state/answeringChoice";
import { choices } from "../../state/choices";
import { current, set } from "../../state/current";
import type { Moment } from "../../state/fields";
import { catalogue, model } from "../../state/opened";
import { findChoice, stateKey } from "../../state/shelf";
import { Button } from "../common/Button";
import { choiceName } from "../common/choiceName";
import { Fill } from "../common/Fill";
import { count, decimal, percent } from "../common/format";
import { itemName } from "../common/itemWords";
import { Marked } from "../common/Marked";
import { moves } from "../common/motion";
import { placeOf } from "../common/placeOf";
import { plain } from "../common/plain";
import { Segmented } from "../common/Segmented";
import { Select } from "../common/Select";
import { Switch } from "../common/Switch";
import { step } from "./asked";
import { besideChoice } from "./beside";
import { LossCell } from "./LossCell";
import { isPlaying, MOMENTS, play, showMoment, stopPlaying } from "./play";
import { headline, type Told, told } from "./views";
import { wideChoice } from "./wide";

/** What the step learns from, said plainly. */
export function Ground() {
  const words = t().gradients;
  const now = step.value;
  if (!now) return null;
  const { length } = now.history;
  const room = model.value?.config.max_length ?? length;
  const text = (now.kind === "quiz" ? words.quiz : words.last)(length);
  return (
    <p class="gradients-ground">
      <Fill text={text} parts={{ target: <b>{itemName(catalogue.value, now.target)}</b> }} />{" "}
      {length > room && `${words.newest(room)} `}
      <Marked text={words.ground} />
    </p>
  );
}

export function Step() {
  const words = t().gradients;
  const moment = current.moment.value;
  return (
    <section class="gradients-step" aria-label={words.moment}>
      <div class="gradients-controls">
        {moves.value && (
          <Button look="solid" icon={isPlaying.value ? "pause" : "play"} onClick={isPlaying.value ? stopPlaying : play}>
            {isPlaying.value ? words.pause : words.play}
          </Button>
        )}
        <Segmented<Moment>
          label={words.moment}
          hideLabel
          options={MOMENTS.map((value, at) => ({ value, label: `${at + 1} ${words.moments[value]}` }))}
          value={moment}
          onChange={showMoment}
        />
        <BesideChoice />
        <WideChoice />
      </div>
      <p class="gradients-happens" aria-live="polite">
        <Marked text={words.happens[moment]} />
      </p>
      {told.value.length > 0 && <Numbers moment={moment} />}
    </section>
  );
}

function BesideChoice() {
  const now = besideChoice.value;
  if (!now) return null;
  const answering = answeringChoice.value?.key;
  return (
    <Select<string>
      label={t().gradients.beside}
      options={choices.value
        .filter(({ key }) => key !== answering)
        .map((choice) => ({ value: choice.key, label: choiceName(choice) }))}
      value={now.key}
      onChange={(key) => {
        const choice = findChoice(key, choices.value);
        if (choice) set({ beside: stateKey(choice) });
      }}
    />
  );
}

/** Only vectors of one width have an angle to each other. */
function WideChoice() {
  if (!wideChoice.value) return null;
  return <Switch label={t().gradients.wide} on={current.wide.value} onChange={(wide) => set({ wide })} />;
}

/** All four parts beside each other; where there is no room, the one that is on. */
function Numbers({ moment }: { moment: Moment }) {
  const words = t().gradients;
  const isOn = (one: Moment) => (one === moment ? "is-on" : undefined);
  return (
    <table class="gradients-numbers">
      <caption class="visually-hidden">{words.stepTable}</caption>
      <thead>
        <tr>
          <th scope="col">{words.system}</th>
          {MOMENTS.map((one) => (
            <th key={one} scope="col" class={isOn(one)}>
              {words.moments[one]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {told.value.map((system) => (
          <tr key={system.name}>
            <th scope="row">{system.name}</th>
            {MOMENTS.map((one) => (
              <td key={one} class={isOn(one)}>
                {cell(one, system)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cell(moment: Moment, system: Told): ComponentChildren {
  const words = t().gradients;
  const { learning_rate, before, after } = system.report.step;
  const rank = (at: number) => count(placeOf(at));
  switch (moment) {
    case "forward":
      return (
        <>
          <b>{percent(before.probability)}</b> <span>{words.rank(rank(before.rank))}</span>
        </>
      );
    case "loss":
      return <LossCell of={system} />;
    case "backward": {
      const { number, unit } = headline(system);
      return (
        <>
          <b>{number}</b> <span>{unit}</span>
        </>
      );
    }
    case "update":
      return (
        <>
          <b>
            {percent(before.probability)} → {percent(after.probability)}
          </b>{" "}
          <span>{words.rankTo(rank(before.rank), rank(after.rank))}</span>{" "}
          <span>{words.lossTo(decimal(before.loss), decimal(after.loss))}</span>{" "}
          <span>{words.rate(plain(learning_rate))}</span>
        </>
      );
  }
}
