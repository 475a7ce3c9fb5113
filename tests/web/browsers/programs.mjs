// Programs that a browser is made of while it is driven, and folders that it leaves behind.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const START_MS = 60_000;

/** Waits until `read` gives something; a program that never says it is ready must not hold up the tests. */
export async function eventually(what, read) {
  const end = Date.now() + START_MS;
  for (;;) {
    const value = await read();
    if (value !== null && value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what} did not start in ${START_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const alive = new Set();
/** A test that is broken off leaves no browser behind. */
process.on("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

/** Starts programs and makes folders; `endAll` ends the programs, the last one first, and removes the folders. */
export function programs() {
  const running = [];
  const folders = [];
  return {
    start(command, args, options = {}) {
      const child = spawn(command, args, { stdio: "ignore", ...options });
      alive.add(child);
      const over = new Promise((resolve) => child.on("close", resolve)).then(() => alive.delete(child));
      let fault = null;
      child.on("error", (error) => {
        fault = error;
      });
      running.push({ child, over });
      return { child, check: () => fault && Promise.reject(fault) };
    },
    folder(name) {
      const folder = mkdtempSync(path.join(os.tmpdir(), `dif-sr-${name}-`));
      folders.push(folder);
      return folder;
    },
    async endAll() {
      for (const { child, over } of running.reverse()) {
        child.kill();
        const late = setTimeout(() => child.kill("SIGKILL"), 3000);
        await over;
        clearTimeout(late);
      }
      for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
