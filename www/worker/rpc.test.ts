import { describe, expect, it, vi } from "vitest";
import { isTrap } from "./crash";
import { crashed, WorkerFailure } from "./failure";
import { portPair } from "./portPair";
import { Caller, type Handlers, messageTurn, type ServeOptions, serve } from "./rpc";

type Ops = {
  double: { args: number; result: number };
  slow: { args: string; result: string };
  refuse: { args: null; result: null };
  array: { args: null; result: { ranks: Uint32Array } };
};

const handlers: Handlers<Ops> = {
  double: (n) => n * 2,
  slow: async (name) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return name;
  },
  refuse: () => {
    throw Object.assign(new Error("no items"), { detail: { code: "not_ready", what: "data" } });
  },
  array: () => ({ ranks: Uint32Array.of(3, 1, 2) }),
};

function connect(options: ServeOptions<Ops> = {}, overrides: Partial<Handlers<Ops>> = {}) {
  const { worker, inside } = portPair();
  serve<Ops>(inside, { ...handlers, ...overrides }, options);
  const events: unknown[] = [];
  const caller = new Caller<Ops, { event: string }>(worker, (event) => events.push(event));
  return { caller, events, inside };
}

describe("calls over a port", () => {
  it("each answer reaches its own caller", async () => {
    const { caller } = connect();
    expect(await Promise.all([caller.call("double", 1), caller.call("double", 2), caller.call("slow", "x")])).toEqual([
      2,
      4,
      "x",
    ]);
  });

  it("an engine error keeps its code", async () => {
    const { caller } = connect();
    const failure = await caller.call("refuse", null).catch((thrown) => thrown);
    expect(failure).toBeInstanceOf(WorkerFailure);
    expect(failure.detail).toEqual({ code: "not_ready", what: "data" });
    expect(failure.message).toBe("no items");
  });

  it("when the worker ends, what waits is rejected and so is what comes later", async () => {
    const { caller } = connect();
    const waiting = caller.call("slow", "x").catch((thrown) => thrown);
    caller.end(crashed("gone"));
    expect((await waiting).detail).toEqual({ code: "crashed", message: "gone" });
    await expect(caller.call("double", 1)).rejects.toThrow("gone");
  });

  it("events and answers are told apart", async () => {
    const { caller, events, inside } = connect();
    inside.postMessage({ event: "hello" }, []);
    await caller.call("double", 1);
    expect(events).toEqual([{ event: "hello" }]);
  });

  it("one call at a time, background calls last", async () => {
    const order: string[] = [];
    const note = (name: string) => {
      order.push(name);
      return name;
    };
    const { caller } = connect(
      { background: ["slow"] },
      {
        slow: async (name) => note(name),
        double: (n) => Number(note(String(n))),
      },
    );
    const first = caller.call("double", 1);
    await Promise.all([first, caller.call("slow", "floors"), caller.call("double", 2), caller.call("double", 3)]);
    expect(order).toEqual(["1", "2", "3", "floors"]);
  });

  it("an immediate call does not wait for the one under way", async () => {
    const { caller } = connect({ immediate: ["double"] });
    const order: string[] = [];
    await Promise.all([
      caller.call("slow", "x").then(() => order.push("slow")),
      caller.call("double", 1).then(() => order.push("double")),
    ]);
    expect(order).toEqual(["double", "slow"]);
  });

  it("a trap is not answered but reported", async () => {
    const fatal: unknown[] = [];
    const { caller } = connect(
      { isFatal: isTrap, onFatal: (thrown) => fatal.push(thrown) },
      {
        double: () => {
          throw new WebAssembly.RuntimeError("unreachable");
        },
      },
    );
    let settled = false;
    const call = caller.call("double", 1).finally(() => {
      settled = true;
    });
    call.catch(() => undefined);
    await caller.call("slow", "x");
    expect(settled).toBe(false);
    expect(fatal).toHaveLength(1);
  });

  it("typed arrays arrive as typed arrays", async () => {
    const { caller } = connect();
    expect((await caller.call("array", null)).ranks).toEqual(Uint32Array.of(3, 1, 2));
  });
});

describe("a call that is called off", () => {
  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => "answered",
      (thrown) => thrown.detail.code,
    );
  /** A worker whose slow calls end when the test says so, and which writes down what it has begun. */
  function bench() {
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const all = connect(
      {},
      {
        slow: (name) => {
          begun.push(name);
          return new Promise((resolve) => ends.push(() => resolve(name)));
        },
        double: (n) => {
          begun.push(String(n));
          return n * 2;
        },
      },
    );
    return { ...all, begun, end: () => ends.shift()?.() };
  }
  const turns = async (count = 4) => {
    for (let turn = 0; turn < count; turn++) await messageTurn();
  };

  it("before it has begun rejects at once and is never begun", async () => {
    const { caller, begun, end } = bench();
    const first = caller.call("slow", "first");
    const stop = new AbortController();
    const second = caller.call("double", 2, { signal: stop.signal });
    await vi.waitFor(() => expect(begun).toEqual(["first"]));
    stop.abort();
    expect(await codeOf(second)).toBe("aborted");
    await turns();
    end();
    expect(await first).toBe("first");
    expect(await caller.call("double", 3)).toBe(6);
    expect(begun).toEqual(["first", "3"]);
  });

  it("after it has begun rejects at once, and its late answer reaches nobody but who keeps the books", async () => {
    const { caller, begun, end } = bench();
    const stop = new AbortController();
    const done: string[] = [];
    const call = caller.call("slow", "long", { signal: stop.signal, onAnswer: () => done.push("long") });
    await vi.waitFor(() => expect(begun).toEqual(["long"]));
    stop.abort();
    expect(await codeOf(call)).toBe("aborted");
    expect(done).toEqual([]);
    end();
    expect(await caller.call("double", 1)).toBe(2);
    expect(done).toEqual(["long"]);
  });

  it("before it was sent is not sent", async () => {
    const { caller, begun } = bench();
    expect(await codeOf(caller.call("double", 1, { signal: AbortSignal.abort() }))).toBe("aborted");
    await turns();
    expect(begun).toEqual([]);
  });

  it("and one signal calls off many, but not those that are answered", async () => {
    const { caller } = bench();
    const stop = new AbortController();
    expect(await caller.call("double", 4, { signal: stop.signal })).toBe(8);
    const waiting = ["a", "b"].map((name) => codeOf(caller.call("slow", name, { signal: stop.signal })));
    stop.abort();
    expect(await Promise.all(waiting)).toEqual(["aborted", "aborted"]);
  });
});

it("what is sent is copied once: the caller keeps its arrays, and the worker has its own", async () => {
  const { worker, inside } = portPair();
  const sent: { message: unknown; transfer: Transferable[] }[] = [];
  const port = {
    postMessage: (message: unknown, transfer: Transferable[]) => {
      sent.push({ message, transfer });
      worker.postMessage(message, transfer);
    },
    addEventListener: () => undefined,
  };
  const arrived = new Promise<unknown>((resolve) => {
    inside.addEventListener("message", ({ data }) => resolve(data));
  });
  const bytes = Uint8Array.of(1, 2, 3);
  new Caller<{ load: { args: { bytes: Uint8Array; slot: string }; result: null } }, never>(port, () => undefined)
    .call("load", { bytes, slot: "main" })
    .catch(() => undefined);
  expect(await arrived).toMatchObject({ args: { bytes, slot: "main" } });
  expect(bytes).toHaveLength(3);
  // The copy has moved: nothing of it is left here.
  expect(sent[0]?.transfer).toMatchObject([{ byteLength: 0 }]);
  worker.terminate();
});

it("a message turn lets waiting messages in", async () => {
  const { port1, port2 } = new MessageChannel();
  let seen = false;
  port1.onmessage = () => {
    seen = true;
  };
  port2.postMessage(null);
  await messageTurn();
  await messageTurn();
  expect(seen).toBe(true);
  port1.close();
});
