// The turns and ends of runs are read out, whatever panel one is in; their steps are not.
import { effect } from "@preact/signals";
import { t } from "../../content";
import { phase, underWay } from "../../state/compareRun";
import { ended, holder } from "../../state/holder";
import { isAsked } from "../../state/sideInformation";
import { run } from "../../state/training";
import { announce } from "../common/Announcer";
import { verdictInWords } from "../common/runs/compareVerdict";
import { sideSentences } from "../common/runs/sideVerdict";
import { stateInWords, troubleInWords } from "../common/runs/trainState";
import { verdictInShort } from "../common/runs/trainVerdict";

export function sayRuns(): () => void {
  const stops = [sayTraining(), sayComparing()];
  return () => {
    for (const stop of stops) stop();
  };
}

function sayTraining(): () => void {
  let said: string | null = null;
  return effect(() => {
    const now = run.value;
    const turn = now && `${now.id} ${now.phase}`;
    if (turn === said) return;
    said = turn;
    if (!now) return;
    // A trouble is read out by the alert that names it.
    const isOver = now.phase === "finished" || now.phase === "stopped";
    if (isOver && troubleInWords()) return;
    if (isOver) announce([stateInWords(0), verdictInShort(now) ?? ""].join(" ").trim());
    else if (now.phase === "paused" || now.phase === "compiling") announce(stateInWords(0));
  });
}

/** Which system is under way, and the end of all. */
function sayComparing(): () => void {
  let said: string | null = null;
  return effect(() => {
    const name = phase.value === "idle" ? null : (underWay.value?.name ?? null);
    if (name === said) return;
    const words = t().compare.said;
    if (name !== null) announce(words.next(name));
    else if (ended.peek() === "compare" || holder.peek() === "compare")
      announce([words.done, ...(isAsked.peek() ? sideSentences() : []), verdictInWords()].join(" ").trim());
    said = name;
  });
}
