// Programs that run behind a line of progress: their output goes to a log, and none of them outlives the script.
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { environment, root } from "./places.mjs";

const children = new Set();
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** A group of its own takes whatever a program has started along when it ends. Windows has no groups. */
const GROUPS = process.platform !== "win32";
/** Longer than any line of progress. */
const HEARD = 500;
/** How long a program may take to end once it is asked to, in milliseconds. */
const PATIENCE = 3000;

/**
 * Runs a program and appends its output to the file `log`. `hear` is handed the last of it whenever more has come: a program may
 * write a line in several parts. Resolves to its exit status, 127 where it could not be started, and to the last of its output.
 */
export async function quietly(command, args, { log, hear = () => undefined, ...options }) {
  mkdirSync(path.dirname(log), { recursive: true });
  const write = (text) => appendFileSync(log, text);
  write(`$ ${[command, ...args].join(" ")}\n`);
  endChildrenWithScript();
  let output = "";
  const keep = (chunk) => {
    output = (output + chunk).slice(-100_000);
    write(chunk);
    hear(output.slice(-HEARD));
  };
  const status = await new Promise((resolve) => {
    const stdio = ["ignore", "pipe", "pipe"];
    const child = spawn(command, args, { cwd: root, env: environment, ...options, stdio, detached: GROUPS });
    children.add(child);
    const over = (code) => {
      children.delete(child);
      resolve(code);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => {
      keep(`${error.message}\n`);
      over(127);
    });
    child.on("close", (code) => over(code ?? 1));
  });
  return { status, output };
}

function signalTo(child, signal) {
  if (!child.pid) return;
  try {
    if (GROUPS) process.kill(-child.pid, signal);
    else spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
  } catch {
    // It has ended by itself.
  }
}

/** Ends every program that is still running, and what it has started. */
export async function endChildren() {
  const all = [...children];
  const over = all.map((child) => new Promise((resolve) => child.once("close", resolve)));
  for (const child of all) signalTo(child, "SIGTERM");
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([Promise.all(over), late]);
  clearTimeout(timer);
  for (const child of children) signalTo(child, "SIGKILL");
}

let atEnd = async () => undefined;
let isWatching = false;

/** What else is to be done when the script is asked to end; it then ends as one that has done its work. */
export function onAskedToEnd(work) {
  atEnd = async () => {
    await work();
    process.exit(0);
  };
  endChildrenWithScript();
}

function endChildrenWithScript() {
  if (isWatching) return;
  isWatching = true;
  for (const signal of SIGNALS) {
    process.once(signal, async () => {
      await endChildren();
      await atEnd();
      // The listener is gone: the signal does what it does without one.
      process.kill(process.pid, signal);
    });
  }
  process.on("exit", () => {
    for (const child of children) signalTo(child, "SIGKILL");
  });
}
