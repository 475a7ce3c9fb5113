// The trainer worker without the worker: opens data on a device, prepares one run at a time and steers it.
import type { Lab, Metrics, RunStart } from "../engine.ts";
import { type Backends, chooseBackend } from "./chooseBackend";
import type { CrashRules } from "./engineHost";
import { WorkerFailure } from "./failure";
import type { OnProgress } from "./fetchFile";
import { openSource } from "./openSource";
import type { Port } from "./port";
import type { Opened, RunEvent, TrainerOpening, TrainerOperations, TrainerWireEvent } from "./protocol";
import { messageTurn, serve } from "./rpc";
import { timeSteps } from "./timeSteps";
import { type TrainingLab, TrainingRun } from "./trainingRun";
import { buffersOf } from "./transfer";

export type TrainerLab = TrainingLab & Pick<Lab, "open_synthetic" | "open_imported" | "start_training" | "resume_run">;

export interface TrainerBackends extends Pick<Backends<TrainerLab>, "findAdapter"> {
  /** Starts the CPU build from its code. */
  openCpu(compiled: WebAssembly.Module): Promise<TrainerLab>;
  /** Fetches the GPU build, the first time, and starts it. */
  openGpu(onProgress: OnProgress): Promise<TrainerLab>;
}

export function hostTrainer(port: Port, backends: TrainerBackends, crash: CrashRules): void {
  let lab: TrainerLab | null = null;
  let run: TrainingRun | null = null;

  const tell = (event: RunEvent) =>
    port.postMessage({ event: "run", run: event } satisfies TrainerWireEvent, buffersOf(event));

  const tellLoading: OnProgress = (received, total) =>
    port.postMessage({ event: "loading", what: "gpu", received, total } satisfies TrainerWireEvent, []);

  const open = async ({ source, backend, compiled }: TrainerOpening): Promise<Opened> => {
    await run?.stop();
    run = null;
    const chosen = await chooseBackend(backend, {
      findAdapter: () => backends.findAdapter(),
      openCpu: () => backends.openCpu(compiled),
      openGpu: () => backends.openGpu(tellLoading),
    });
    openSource(chosen.lab, source);
    lab = chosen.lab;
    return { device: lab.device(), gpu: chosen.gpu };
  };

  const warmUp = async ({ config, ...opening }: TrainerOperations["warmUp"]["args"]): Promise<Opened> => {
    const opened = await open(opening);
    if (lab && opened.device.kind === "webgpu") {
      await lab.start_training(JSON.stringify(config), null);
      await lab.train_steps(1);
      // What writes a run down has kernels of its own.
      await lab.save_run();
    }
    return opened;
  };

  const start = async (args: TrainerOperations["start"]["args"]): Promise<RunStart> => {
    const { runId, config, warmStart, checkpoint, isKept, limitMs } = args;
    if (!lab) throw new WorkerFailure("Open a data set before starting a run.", { code: "not_ready", what: "data" });
    await run?.stop();
    tell({ type: "phase", runId, phase: "starting" });
    const prepared = checkpoint
      ? lab.resume_run(checkpoint.bytes)
      : await lab.start_training(JSON.stringify(config), warmStart);
    const around = { tell, now: () => performance.now(), yieldToMessages: messageTurn };
    const from = checkpoint?.place ?? null;
    run = new TrainingRun(lab, { runId, start: prepared, training: config.training, from, isKept, limitMs }, around);
    // A run that ends by an error ends the worker with it: the page has the last snapshot and says why.
    run.drive().catch(crash.onFatal);
    return prepared;
  };

  /** Ranks a split with weights of a run that is over: a run that goes on from them, of which no step is taken. */
  const judge = async (args: TrainerOperations["judge"]["args"]): Promise<Metrics> => {
    const { config, weights, split, sessions } = args;
    if (!lab) throw new WorkerFailure("Open a data set before ranking it.", { code: "not_ready", what: "data" });
    await run?.stop();
    run = null;
    await lab.start_training(JSON.stringify(config), weights);
    return lab.evaluate(split, sessions);
  };

  const time = async ({ config, sessions }: TrainerOperations["time"]["args"]) => {
    if (!lab) throw new WorkerFailure("Open a data set before starting a run.", { code: "not_ready", what: "data" });
    await run?.stop();
    run = null;
    return timeSteps(lab, config, sessions, () => performance.now());
  };

  serve<TrainerOperations>(
    port,
    {
      open,
      warmUp,
      start,
      judge,
      time,
      play: () => {
        run?.play();
        return null;
      },
      step: () => {
        run?.step();
        return null;
      },
      pause: async () => {
        await run?.pause();
        return null;
      },
      keep: () => {
        run?.keep();
        return null;
      },
      stop: async () => {
        await run?.stop();
        return null;
      },
    },
    { immediate: ["play", "step", "pause", "keep", "stop"], ...crash },
  );
}
