import { toWire } from "./failure";
import type { AdapterFinding } from "./gpuAdapter";
import type { Backend, GpuVerdict } from "./protocol";

export interface Backends<L> {
  findAdapter(): Promise<AdapterFinding>;
  /** Loads the CPU build. */
  openCpu(): Promise<L>;
  /** Loads the GPU build and runs its known-answer kernel. */
  openGpu(): Promise<L>;
}

export interface Chosen<L> {
  lab: L;
  gpu: GpuVerdict;
}

/**
 * "auto": WebGPU where a real adapter gives the known answer. A software adapter is named and left alone: our CPU build is
 * faster. "webgpu" takes that one too. Whatever fails, the CPU is there.
 */
export async function chooseBackend<L>(backend: Backend, backends: Backends<L>): Promise<Chosen<L>> {
  if (backend === "cpu") {
    return {
      lab: await backends.openCpu(),
      gpu: { usable: false, code: "not_tried", message: "The CPU was asked for." },
    };
  }
  const finding = await backends.findAdapter();
  if (!("found" in finding)) return { lab: await backends.openCpu(), gpu: finding };
  const { name, fallback } = finding;
  const gpu: GpuVerdict = { usable: true, name, fallback };
  if (fallback && backend === "auto") return { lab: await backends.openCpu(), gpu };
  try {
    return { lab: await backends.openGpu(), gpu };
  } catch (thrown) {
    return { lab: await backends.openCpu(), gpu: verdictOf(thrown) };
  }
}

function verdictOf(thrown: unknown): GpuVerdict {
  const { message, detail } = toWire(thrown);
  switch (detail.code) {
    case "no_adapter":
    case "device_refused":
    case "wrong_answer":
    case "being_built":
    case "not_built":
      return { usable: false, code: detail.code, message };
    default:
      return { usable: false, code: "load_failed", message, reason: detail };
  }
}
