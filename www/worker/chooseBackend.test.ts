import { describe, expect, it, vi } from "vitest";
import { chooseBackend } from "./chooseBackend";
import { fetchFailure } from "./fetchFile";
import { type AdapterFinding, findAdapter, watchForLoss } from "./gpuAdapter";

const REAL: AdapterFinding = { found: true, name: "a card", fallback: false };
const SOFTWARE: AdapterFinding = { found: true, name: "SwiftShader", fallback: true };

function backends(finding: AdapterFinding, gpuFails?: unknown) {
  return {
    findAdapter: vi.fn(async () => finding),
    openCpu: vi.fn(async () => "cpu"),
    openGpu: vi.fn(async () => {
      if (gpuFails) throw gpuFails;
      return "gpu";
    }),
  };
}

describe("the choice of a device", () => {
  it("auto takes a real adapter", async () => {
    expect(await chooseBackend("auto", backends(REAL))).toEqual({
      lab: "gpu",
      gpu: { usable: true, name: "a card", fallback: false },
    });
  });

  it("auto names a software adapter and leaves it alone", async () => {
    const all = backends(SOFTWARE);
    expect(await chooseBackend("auto", all)).toEqual({
      lab: "cpu",
      gpu: { usable: true, name: "SwiftShader", fallback: true },
    });
    expect(all.openGpu).not.toHaveBeenCalled();
  });

  it("a forced WebGPU takes the software adapter", async () => {
    expect((await chooseBackend("webgpu", backends(SOFTWARE))).lab).toBe("gpu");
  });

  it("the CPU asks no GPU", async () => {
    const all = backends(REAL);
    expect((await chooseBackend("cpu", all)).gpu).toMatchObject({ usable: false, code: "not_tried" });
    expect(all.findAdapter).not.toHaveBeenCalled();
  });

  it("a wrong answer of the known-answer kernel means CPU, with that reason", async () => {
    const wrong = Object.assign(new Error("3 instead of 4"), { detail: { code: "wrong_answer", message: "3" } });
    expect(await chooseBackend("auto", backends(REAL, wrong))).toMatchObject({
      lab: "cpu",
      gpu: { usable: false, code: "wrong_answer" },
    });
  });

  it("a GPU engine that is still being built, or could not be, means CPU, with that reason", async () => {
    for (const code of ["being_built", "not_built"]) {
      const late = Object.assign(new Error("later"), { detail: { code } });
      expect(await chooseBackend("auto", backends(REAL, late))).toMatchObject({
        lab: "cpu",
        gpu: { usable: false, code },
      });
    }
  });

  it("a GPU build that can't be loaded means CPU, with that reason", async () => {
    const outcome = await chooseBackend("webgpu", backends(REAL, new Error("404")));
    expect(outcome).toMatchObject({ lab: "cpu", gpu: { usable: false, code: "load_failed", message: "404" } });
  });

  it("a GPU build that is missing, or a web page, leaves the reason by code", async () => {
    const address = "https://lab.example/assets/engine_bg-1a2b3c4d.wasm";
    const reasons = [
      { code: "not_found", address, status: 404 },
      { code: "not_the_file", address, found: "a web page" },
    ] as const;
    for (const reason of reasons) {
      const { lab, gpu } = await chooseBackend("auto", backends(REAL, fetchFailure(reason)));
      expect(lab).toBe("cpu");
      expect(gpu).toMatchObject({ usable: false, code: "load_failed", reason });
    }
  });
});

describe("the search for an adapter", () => {
  const gpuWith = (info: Partial<GPUAdapterInfo> | null) =>
    ({ requestAdapter: async () => (info ? { info } : null) }) as unknown as GPU;

  it("no navigator.gpu and no adapter are two things", async () => {
    expect(await findAdapter(undefined, true)).toMatchObject({ code: "no_navigator_gpu" });
    expect(await findAdapter(gpuWith(null), true)).toMatchObject({ code: "no_adapter" });
  });

  it("plain http is the cause where it hides WebGPU, and no cause where an adapter answers", async () => {
    expect(await findAdapter(undefined, false)).toMatchObject({ usable: false, code: "insecure" });
    expect(await findAdapter(gpuWith({ vendor: "nvidia" }), false)).toMatchObject({ found: true });
  });

  it("software adapters are known by their flag or their name", async () => {
    expect(await findAdapter(gpuWith({ vendor: "google", architecture: "swiftshader" }))).toMatchObject({
      fallback: true,
    });
    expect(await findAdapter(gpuWith({ description: "llvmpipe (LLVM 15)" }))).toMatchObject({ fallback: true });
    expect(await findAdapter(gpuWith({ vendor: "x", isFallbackAdapter: true }))).toMatchObject({ fallback: true });
    expect(await findAdapter(gpuWith({ vendor: "nvidia", isFallbackAdapter: false }))).toMatchObject({
      fallback: false,
    });
  });
});

it("a lost device is told, a destroyed one is not", async () => {
  const lost: string[] = [];
  const device = (reason: string) => ({ lost: Promise.resolve({ reason, message: `${reason} it was` }) });
  const adapters = {
    requestDevice: vi.fn().mockResolvedValueOnce(device("unknown")).mockResolvedValue(device("destroyed")),
  };
  watchForLoss(adapters as unknown as GPUAdapter, (message) => lost.push(message));
  await adapters.requestDevice();
  await adapters.requestDevice();
  await Promise.resolve();
  expect(lost).toEqual(["unknown it was"]);
});
