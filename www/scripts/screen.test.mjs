import { describe, expect, it } from "vitest";
import { fakeTerminal } from "./fake-terminal.mjs";
import { cargoProgress, clock, lastLines, Screen } from "./screen.mjs";

describe("the screen of a script", () => {
  it("shows what is being done on one line, which is gone when it is done", async () => {
    let now = 0;
    const terminal = fakeTerminal();
    const screen = new Screen(terminal, () => now);
    screen.say("first");
    await screen.during("Building the CPU engine", async (tell) => {
      now = 130_000;
      tell("214 of 391 crates");
      expect(terminal.rows()).toEqual(["first", "Building the CPU engine: 214 of 391 crates, 2:10"]);
      screen.say("second");
      expect(terminal.rows()).toEqual(["first", "second", "Building the CPU engine: 214 of 391 crates, 2:10"]);
    });
    expect(terminal.rows()).toEqual(["first", "second", ""]);
  });

  it("never wraps the line that passes: a wrapped one could not be taken back", async () => {
    const terminal = fakeTerminal();
    await new Screen(terminal).during("x".repeat(200), async () => {
      expect(terminal.rows()).toHaveLength(1);
    });
  });

  it("takes the line back when the work fails", async () => {
    const terminal = fakeTerminal();
    const failing = new Screen(terminal).during("Working", async () => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(terminal.rows()).toEqual([""]);
  });

  it("writes whole lines where nothing can be taken back", async () => {
    const log = { ...fakeTerminal(), isTTY: false };
    const screen = new Screen(log);
    await screen.during("Working", async (tell) => tell("1 of 2"));
    screen.say("done");
    expect(log.rows()).toEqual(["Working", "done", ""]);
  });
});

describe("times", () => {
  it("read as on a clock", () => {
    expect([7_900, 130_000, 3_723_000].map(clock)).toEqual(["0:07", "2:10", "1:02:03"]);
  });
});

describe("cargo's output", () => {
  const drawn =
    "   Compiling libc v0.2.191\n    Building [====>         ] 12/391: libc, cfg-if\r\u001b[K   Compiling serde v1.0.0\n" +
    "    Building [=====>        ] 214/391: burn-tensor\r\u001b[K";

  it("tells how many of its steps are done", () => {
    expect(cargoProgress(drawn)).toEqual({ done: 214, of: 391 });
    expect(cargoProgress("   Compiling libc v0.2.191\n")).toBeNull();
  });

  it("is shown without its progress where it failed", () => {
    expect(lastLines(`${drawn}error[E0425]: no x\nerror: could not compile\n\n`, 12)).toBe(
      "error[E0425]: no x\nerror: could not compile",
    );
  });
});
