import { describe, expect, it, vi } from "vitest";
import { isTrap, reportLife } from "./crash";
import { WorkerFailure } from "./failure";
import { holdLifeline } from "./lifeline";
import { compileWhileFetching } from "./loadWasm";
import { StepPacer, StepRate } from "./stepPacer";
import { buffersOf, copiedOnce } from "./transfer";

describe("step pacer", () => {
  it("starts with one step and fills the target time", () => {
    const pacer = new StepPacer(40, 64);
    expect(pacer.steps).toBe(1);
    pacer.record(1, 4);
    expect(pacer.steps).toBe(10);
  });

  it("a step longer than the target comes alone", () => {
    const pacer = new StepPacer(40, 64);
    pacer.record(1, 1200);
    expect(pacer.steps).toBe(1);
  });

  it("the rate is steps over seconds", () => {
    const rate = new StepRate();
    expect(rate.perSecond).toBe(0);
    for (let i = 0; i < 20; i++) rate.record(5, 100);
    expect(rate.perSecond).toBeCloseTo(50, 6);
  });
});

describe("transfer lists", () => {
  it("hold each buffer once and no part of a buffer", () => {
    const whole = new Float32Array(4);
    const part = new Float32Array(new ArrayBuffer(64), 0, 4);
    expect(buffersOf({ a: whole, b: { c: whole, d: part }, list: [1, 2], none: null })).toEqual([whole.buffer]);
  });

  it("never hold the engine's own memory", () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    expect(buffersOf({ view: new Float32Array(memory.buffer, 0, 4) })).toEqual([]);
  });
});

describe("copies for sending", () => {
  it("move every array, however deep, and leave the sender its own", () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const part = bytes.subarray(1);
    const file = Uint8Array.of(9).buffer;
    const module = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    const given = { op: "open", args: { bytes, part, file, item: null, list: [{ bytes }], numbers: [1, 2], module } };
    const { message, transfer } = copiedOnce(given);
    expect(message).toEqual(given);
    expect(transfer).toHaveLength(4);
    structuredClone(message.args.bytes, { transfer });
    expect([bytes.length, part.length, file.byteLength]).toEqual([3, 2, 1]);
    expect(message.args.part.buffer.byteLength).toBe(0);
  });
});

describe("compiling while fetching", () => {
  const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  const compile = async (headers: Record<string, string>, status = 200) => {
    const seen: [number, number | null][] = [];
    const module = await compileWhileFetching(
      "engine.wasm",
      (received, total) => seen.push([received, total]),
      async () => new Response(EMPTY, { headers, status }),
    );
    await vi.waitFor(() => expect(seen).not.toEqual([]));
    return { module, last: seen.at(-1) };
  };

  it("tells received and total", async () => {
    const { module, last } = await compile({ "content-type": "application/wasm", "content-length": "8" });
    expect(module).toBeInstanceOf(WebAssembly.Module);
    expect(last).toEqual([8, 8]);
  });

  it("the total is unknown when the host compresses", async () => {
    const headers = { "content-type": "application/wasm", "content-length": "5", "content-encoding": "gzip" };
    expect((await compile(headers)).last).toEqual([8, null]);
  });

  it("a host that does not know the type does no harm", async () => {
    expect((await compile({})).module).toBeInstanceOf(WebAssembly.Module);
    expect((await compile({ "content-type": "text/plain" })).module).toBeInstanceOf(WebAssembly.Module);
  });

  it("names the file and the status when it is missing", async () => {
    await expect(compile({}, 404)).rejects.toThrow("engine.wasm: the server answered 404");
  });
});

it("a worker without a lifeline lives on where locks are missing or forbidden", async () => {
  const forbidden = { request: () => Promise.reject(new DOMException("denied", "SecurityError")) };
  expect(await holdLifeline(undefined)).toBeNull();
  expect(await holdLifeline(forbidden as unknown as LockManager)).toBeNull();
});

describe("crash reports", () => {
  function scope() {
    const listeners = new Map<string, (event: never) => void>();
    const printed: unknown[][] = [];
    const posted: unknown[] = [];
    const fake = {
      addEventListener: (type: string, listener: (event: never) => void) => listeners.set(type, listener),
      console: { error: (...parts: unknown[]) => printed.push(parts) },
      navigator: {},
    };
    const port = { postMessage: (message: unknown) => posted.push(message), addEventListener: vi.fn() };
    const crash = reportLife(port, fake);
    const fire = (type: string, event: unknown) => listeners.get(type)?.(event as never);
    return { fake, fire, crash, posted, printed };
  }

  it("carry the text of the panic hook, once", () => {
    const { fake, fire, posted, printed } = scope();
    fake.console.error("panicked at src/nn/fusion.rs:12: axis 0 expected 2, got 1");
    fire("error", { error: new WebAssembly.RuntimeError("unreachable"), message: "Uncaught RuntimeError" });
    fire("unhandledrejection", { reason: new Error("later") });
    const message = "panicked at src/nn/fusion.rs:12: axis 0 expected 2, got 1";
    expect(posted).toEqual([{ event: "crashed", failure: { message, detail: { code: "crashed", message } } }]);
    expect(printed).toHaveLength(1);
  });

  it("an engine's own error says it best", () => {
    const { fake, crash, posted } = scope();
    fake.console.error("something else");
    crash(new WorkerFailure("The loss is not a number.", { code: "diverged", message: "step 12" }));
    expect(posted).toMatchObject([{ failure: { detail: { code: "diverged" } } }]);
  });

  it("only a trap is a trap", () => {
    expect(isTrap(new WebAssembly.RuntimeError("unreachable"))).toBe(true);
    expect(isTrap(new Error("unreachable"))).toBe(false);
  });
});
