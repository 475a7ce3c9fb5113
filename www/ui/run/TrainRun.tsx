import { t } from "../../content";
import { current } from "../../state/current";
import { totalEpochs, totalSteps } from "../../state/epochs";
import { formSystem } from "../../state/form";
import { holder } from "../../state/holder";
import { measured } from "../../state/measured";
import type { Run } from "../../state/runs";
import { lost, pause, play, playing, preparing, refused, resume, run, runName, stop } from "../../state/training";
import { Button, IconButton } from "../common/Button";
import { count } from "../common/format";
import { fraction } from "../common/formatMore";
import { JUDGED, metricLabel } from "../common/runs/metrics";
import { compilesSince, stateInWords, troubleInWords } from "../common/runs/trainState";
import { verdictInShort } from "../common/runs/trainVerdict";
import { useSince } from "../common/useSince";
import { Line } from "./Line";

export function TrainRun() {
  return holder.value === "train" ? <UnderWay /> : <Ended />;
}

function UnderWay() {
  const words = t().train.bar;
  const compiling = useSince(compilesSince());
  const now = preparing.value ? null : run.value;
  const isGoing = now?.phase === "running" || now?.phase === "evaluating";
  const facts = now && now.step > 0 ? inNumbers(now) : [];
  return (
    <Line
      panel="train"
      share={now ? Math.min(1, now.step / Math.max(1, totalSteps(now))) : 0}
      name={(preparing.value ? null : runName.value) ?? formSystem.value?.name ?? t().train.thisRun}
      facts={isGoing && facts.length > 0 ? facts : [stateInWords(compiling)]}
    >
      {playing.value ? (
        <IconButton icon="pause" label={words.pause} onClick={() => void pause()} />
      ) : (
        <IconButton icon="play" label={words.play} disabled={preparing.value} onClick={() => void play()} />
      )}
      <IconButton icon="stop" label={words.stop} disabled={now === null} onClick={() => void stop()} />
    </Line>
  );
}

/** How far, and how good. */
export function inNumbers({ epoch, config, evaluations }: Run): string[] {
  const newest = evaluations.at(-1);
  const at = newest && measured(newest.metrics[current.history.value], JUDGED.name, JUDGED.k);
  return [
    t().train.bar.epoch(count(epoch), count(totalEpochs(config))),
    ...(at ? [`${metricLabel(JUDGED)} ${fraction(at.value)}`] : []),
  ];
}

function Ended() {
  const words = t().train;
  const now = run.value;
  const trouble = troubleInWords();
  const broken = lost.value;
  const verdict = now && verdictInShort(now);
  const name = runName.value ?? formSystem.value?.name ?? words.thisRun;
  const isWhole = verdict !== null && now?.finish !== "stopped";
  const facts = trouble
    ? [`${trouble.title} ${trouble.text}`]
    : [...(isWhole ? [] : [stateInWords(0)]), ...(verdict ? [verdict] : [])];
  const canGoOn = broken !== null && broken.failure.detail.code !== "diverged";
  return (
    <Line panel="train" share={null} name={name} facts={facts}>
      {canGoOn && (
        <Button onClick={() => void resume("cpu")}>
          {broken.kept || broken.whole !== null ? words.lost.onCpu : words.lost.onCpuFresh}
        </Button>
      )}
      {refused.value && <Button onClick={() => void play()}>{t().common.tryAgain}</Button>}
    </Line>
  );
}
