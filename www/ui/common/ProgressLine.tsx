// How far training is: a bar, what is known in numbers, and, on a line of its own that is always there, what is going on in words.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { totalEpochs } from "../../state/epochs";
import type { Run } from "../../state/runs";
import { count, decimal } from "./format";
import { Marked } from "./Marked";
import "../../styles/progress.css";

interface ProgressLineProps {
  /** What the bar measures, for those who do not see it. */
  label: string;
  /** From 0 to 1. */
  share: number;
  state: ComponentChildren;
  /** `Fact`s. */
  children: ComponentChildren;
}

export function ProgressLine({ label, share, state, children }: ProgressLineProps) {
  return (
    <>
      <div class="transport-progress">
        <ProgressTrack label={label} share={share} />
        <dl class="run-facts">{children}</dl>
      </div>
      <div class="transport-state">{state}</div>
    </>
  );
}

export function ProgressTrack({ label, share }: Pick<ProgressLineProps, "label" | "share">) {
  const percent = share * 100;
  return (
    <div
      class="progress-track"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  );
}

/** The epoch a run is in and, where there is room, its steps a second, once it has taken some. */
export function PaceFacts({ run, isShort = false }: { run: Run; isShort?: boolean }) {
  const words = t().train;
  const rate = isShort ? 0 : run.stepsPerSecond;
  return (
    <>
      <Fact name={words.epoch} value={words.of(count(run.epoch), count(totalEpochs(run.config)))} />
      {rate > 0 && <Fact name={words.rate} value={decimal(rate, rate < 10 ? 1 : 0)} />}
    </>
  );
}

export function Fact({ name, value, title = "" }: { name: string; value: string; title?: string }) {
  return (
    <div title={title}>
      <dt>
        <Marked text={name} />
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
