// The exercises by level: what each asks, how far it was brought, and where one begins.
import { t } from "../../content";
import { EXERCISES, LEVELS } from "../../content/exercises/exercises";
import type { PanelParts } from "../../panels";
import { current } from "../../state/current";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { Marked } from "../common/Marked";
import { begin, codeOf, progress, progressUnkept } from "./desk";
import { Ring } from "./Ring";
import { wordsOf } from "./words";
import "../../styles/exercises.css";

export const exercisesPanel: PanelParts = { Body, Lede };

function Lede() {
  return (
    <p class="lede">
      <Marked text={t().exercises.lede} />
    </p>
  );
}

function Body() {
  const words = t().exercises;
  return (
    <div class="exercises">
      {progressUnkept.value && <p class="note">{words.notKept[progressUnkept.value]}</p>}
      {LEVELS.map((level) => (
        <section key={level}>
          <h3>{words.levels[level]}</h3>
          <ul>
            {EXERCISES.filter((one) => one.level === level).map((one) => {
              const { near = 0, isSolved = false } = progress.value[one.name] ?? {};
              const { title, task, teaches } = wordsOf(one.name);
              // It stands over the list, with its buttons.
              const isHere = current.exercise.value === one.name;
              const state = isSolved ? "solved" : near > 0 ? "almost" : "new";
              return (
                <li key={one.name} data-exercise={one.name} data-state={state}>
                  <Ring near={near} isSolved={isSolved} />
                  <div class="exercise-words">
                    <div class="exercise-head">
                      <b>{title}</b> <span class="exercise-state">{stateInWords(near, isSolved)}</span>
                    </div>
                    <p>{isHere ? words.underWay : <Marked text={isSolved ? teaches : task} />}</p>
                    {isSolved && <p class="exercise-code">{words.code(codeOf(one.name))}</p>}
                  </div>
                  {!isHere && (
                    <Button look={isSolved ? "quiet" : "plain"} onClick={() => begin(one)}>
                      {isSolved ? words.again : words.start}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

export function stateInWords(near: number, isSolved: boolean): string {
  const { states } = t().exercises;
  if (isSolved) return states.solved;
  const whole = Math.floor(near * 100);
  return whole > 0 ? states.almost(count(whole)) : states.new;
}
