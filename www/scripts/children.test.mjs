import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { endChildren, quietly } from "./children.mjs";
import { failed, mustQuietly } from "./command.mjs";
import { cargoProgress } from "./screen.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "dif-sr-children-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a program of its own that lives for a minute, and says its number. */
const PARENT =
  'const child = require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);' +
  'console.log("child " + child.pid + "."); setTimeout(() => {}, 60000);';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    // One that nobody has waited for is over, too.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

async function until(holds) {
  const end = Date.now() + 10_000;
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  return holds();
}

describe("a program that runs quietly", () => {
  it("writes to its log and is heard", async () => {
    const log = path.join(folder, "logs", "one.log");
    let heard = "";
    const script = 'console.log("out"); console.error("err"); process.exit(3)';
    const { status, output } = await quietly(process.execPath, ["-e", script], {
      log,
      hear: (text) => {
        heard = text;
      },
    });
    expect(status).toBe(3);
    expect(output.split("\n").sort()).toEqual(["", "err", "out"]);
    expect(heard).toBe(output);
    expect(readFileSync(log, "utf8")).toContain("out\n");
  });

  it("is heard of whole lines, in however many parts they come", async () => {
    const parts = ["    Building", " [===>  ] ", "214/391: burn"];
    const write = parts.map(
      (part, at) => `setTimeout(() => process.stderr.write(${JSON.stringify(part)}), ${at * 50});`,
    );
    let progress = null;
    await quietly(process.execPath, ["-e", write.join("")], {
      log: path.join(folder, "parts.log"),
      hear: (text) => {
        progress = cargoProgress(text) ?? progress;
      },
    });
    expect(progress).toEqual({ done: 214, of: 391 });
  });

  it("that fails is told with its last lines and the place of its log", async () => {
    const log = path.join(folder, "two.log");
    const script = 'for (let i = 0; i < 99; i++) console.log("line " + i); process.exit(1)';
    const failing = mustQuietly("The engine could not be built", process.execPath, ["-e", script], { log });
    const { message } = await failing.catch((error) => error);
    expect(message).toContain(log);
    expect(message).toContain("line 98");
    const result = await quietly(process.execPath, ["-e", script], { log });
    expect(failed("The engine could not be built", result, log, true).message.split("\n").length).toBeLessThan(20);
    expect(failed("The engine could not be built", result, log, false).message).toContain("line 20");
  });

  it("that is not there is a failure like any other", async () => {
    const { status } = await quietly("no-such-program-anywhere", [], { log: path.join(folder, "three.log") });
    expect(status).toBe(127);
  });

  it.skipIf(process.platform === "win32")("is ended with everything that it has started", async () => {
    let child = 0;
    const running = quietly(process.execPath, ["-e", PARENT], {
      log: path.join(folder, "four.log"),
      hear: (text) => {
        child = Number(/child (\d+)\./.exec(text)?.[1] ?? child);
      },
    });
    expect(await until(() => child > 0)).toBe(true);
    await endChildren();
    expect((await running).status).not.toBe(0);
    expect(await until(() => !isAlive(child))).toBe(true);
  });

  it.skipIf(process.platform === "win32")(
    "ends with a script that Ctrl+C ends, which then reports no failure",
    async () => {
      const script = path.join(folder, "script.mjs");
      const modules = path.join(import.meta.dirname, "children.mjs");
      const log = path.join(folder, "five.log");
      writeFileSync(
        script,
        `import { onAskedToEnd, quietly } from ${JSON.stringify(modules)};
      onAskedToEnd(() => console.log("over"));
      await quietly(process.execPath, ["-e", ${JSON.stringify(PARENT)}], { log: ${JSON.stringify(log)} , hear: console.log });`,
      );
      const started = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      started.stdout.on("data", (chunk) => {
        said += chunk;
      });
      const over = new Promise((resolve) => started.on("close", (code, signal) => resolve({ code, signal })));
      expect(await until(() => /child \d+\./.test(said))).toBe(true);
      const child = Number(/child (\d+)\./.exec(said)[1]);
      started.kill("SIGINT");
      expect(await over).toEqual({ code: 0, signal: null });
      expect(said).toContain("over");
      expect(await until(() => !isAlive(child))).toBe(true);
    },
  );
});
