import { t } from "../../content";
import { planned } from "../../state/compareChoice";
import { place, progressShare } from "../../state/compareProgress";
import { missing } from "../../state/compareResults";
import { goOn, live, pauseAll, phase, stopAll, underWay } from "../../state/compareRun";
import { holder } from "../../state/holder";
import { IconButton } from "../common/Button";
import { count } from "../common/format";
import { compareStateInWords } from "../common/runs/compareState";
import { verdictInShort } from "../common/runs/compareVerdict";
import { Line } from "./Line";
import { inNumbers } from "./TrainRun";

export function CompareRun() {
  return holder.value === "compare" ? <UnderWay /> : <Ended />;
}

function UnderWay() {
  const words = t().train.bar;
  const [now, run, step] = [underWay.value, live.value, phase.value];
  const isGoing = step === "training" && run !== null && run.step > 0;
  const at = place.value;
  return (
    <Line
      panel="compare"
      share={progressShare.value}
      name={now?.name ?? t().panels.names.compare.name}
      facts={[
        ...(at === null ? [] : [words.run(count(at), count(planned.value.length))]),
        ...(isGoing ? inNumbers(run) : [compareStateInWords()]),
      ]}
    >
      {step === "paused" ? (
        <IconButton icon="play" label={words.play} onClick={goOn} />
      ) : (
        <IconButton icon="pause" label={words.pause} disabled={step !== "training"} onClick={() => void pauseAll()} />
      )}
      <IconButton icon="stop" label={words.stop} disabled={step === "stopping"} onClick={() => void stopAll()} />
    </Line>
  );
}

function Ended() {
  const verdict = verdictInShort();
  const isWhole = verdict !== "" && missing.value.length === 0;
  return (
    <Line
      panel="compare"
      share={null}
      name={t().panels.names.compare.name}
      facts={[...(isWhole ? [] : [compareStateInWords()]), ...(verdict === "" ? [] : [verdict])]}
    >
      {null}
    </Line>
  );
}
