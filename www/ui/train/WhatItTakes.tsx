// What the run that is set up will take: time on each device that was timed, memory, steps, the size of what is kept.
import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import { current } from "../../state/current";
import { client } from "../../state/engine";
import { form } from "../../state/form";
import { holder } from "../../state/holder";
import { measure, measureFailure, measuring } from "../../state/measurePaces";
import { type DeviceKind, faster, type Pace } from "../../state/pace";
import { gpuIsUsable, pacesFor, users } from "../../state/paces";
import { needs, plan } from "../../state/plan";
import { timeLimit } from "../../state/training";
import { ago } from "../common/ago";
import { Button } from "../common/Button";
import { capitalised } from "../common/capitalised";
import { bytes, count, decimal } from "../common/format";
import { refusalInWords } from "../common/runs/refusal";
import { roughly, timeOfRun, timeOn } from "./takesInWords";
import "../../styles/bench.css";

const DEVICES = ["cpu", "webgpu"] as const satisfies DeviceKind[];
/** How much faster one must be to be called so. */
const TELLING = 1.1;

export function WhatItTakes() {
  const words = t().bench;
  const config = form.value;
  const failure = plan.failure.value;
  return (
    <section class="takes" aria-labelledby="takes-title">
      <h3 id="takes-title">{words.title}</h3>
      {config && failure && <p class="takes-refused">{refusalInWords(failure)}</p>}
      {config && !failure && (
        <div class="takes-parts">
          <Times config={config} />
          <Sizes />
        </div>
      )}
      {config && !failure && <Measured config={config} />}
    </section>
  );
}

/** A bar a device, on one scale. */
function Times({ config }: { config: RunConfig }) {
  const words = t().bench;
  const timed = DEVICES.flatMap((device) => {
    const ms = timeOn(device, config);
    return ms === null ? [] : [{ device, ms }];
  });
  if (timed.length === 0) return null;
  const longest = Math.max(...timed.map(({ ms }) => ms));
  const taken = timeOfRun(config)?.device;
  return (
    <dl class="takes-times">
      {timed.map(({ device, ms }) => (
        <div key={device} class={device === taken ? "is-taken" : ""}>
          <dt>{words.devices[device]}</dt>
          <dd>
            <span class="takes-bar">
              <i style={{ width: `${longest > 0 ? (100 * ms) / longest : 0}%` }} />
            </span>
            <span>{words.about(roughly(ms))}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sizes() {
  const words = t().bench;
  const known = needs.value;
  if (!known) return null;
  const facts = [
    [words.memory, bytes(known.bytes)],
    ...(known.steps === null ? [] : [[words.steps, count(known.steps)]]),
    [words.file, bytes(known.file)],
  ] as const;
  return (
    <dl class="takes-sizes">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Which device will be taken and why, when it was measured, and how to measure. */
function Measured({ config }: { config: RunConfig }) {
  const words = t().bench;
  const under = measuring.value;
  const paces = pacesFor(config);
  const known = DEVICES.flatMap((device) => paces[device] ?? []);
  const failure = measureFailure.value;
  const limit = timeLimit();
  const said = [
    ...(under
      ? [words.measuring[under]]
      : failure
        ? [words.failed, refusalInWords(failure)]
        : whatWasMeasured(config, known)),
    ...(config.training.stopping_step > 0 ? [words.early] : []),
    ...(limit === null ? [] : [words.limited(count(limit / 60_000))]),
  ];
  return (
    <p class="takes-note" aria-live="polite">
      {said.filter(Boolean).join(" ")}{" "}
      <Button
        look="link"
        unavailable={under !== null}
        disabled={!client.value || holder.value !== null}
        onClick={() => void measure()}
      >
        {known.length > 0 ? words.again : words.measure}
      </Button>
    </p>
  );
}

function whatWasMeasured(config: RunConfig, known: readonly Pace[]): string[] {
  const words = t().bench;
  const [first, second] = known;
  if (!first) return [words.untimed];
  if (second) {
    const fast = faster(pacesFor(config), config, users());
    const byStepsBoth = known.every(({ by }) => by === "steps");
    const oldest = Math.min(...known.map(({ at }) => at));
    return [...(fast ? [inComparison(fast)] : []), ...(byStepsBoth ? [words.bySteps(ago(oldest))] : known.map(whenOf))];
  }
  return [whenOf(first), ...(gpuIsUsable.value === false ? [words.noGpu] : [])];
}

function inComparison({ device, times }: { readonly device: DeviceKind; readonly times: number }): string {
  const words = t().bench;
  const isAuto = current.device.value === "auto";
  const name = words.theDevice[device];
  if (times < TELLING) return isAuto ? words.same(name) : "";
  return isAuto ? words.taken(name, decimal(times, 1)) : capitalised(words.faster(name, decimal(times, 1)));
}

function whenOf({ device, by, at }: Pace): string {
  const words = t().bench;
  const name = words.theDevice[device];
  return by === "steps" ? words.oneBySteps(name, ago(at)) : words.byRun(name, ago(at));
}
