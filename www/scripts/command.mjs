// Running other programs, and saying plainly when that failed.
import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { quietly } from "./children.mjs";
import { environment, root } from "./places.mjs";
import { lastLines } from "./screen.mjs";

/** A failure whose message is all that a person needs: printed without a stack. */
export class Complaint extends Error {}

/** Runs a command with its output on the terminal. Resolves to its exit status. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: environment, stdio: "inherit", ...options });
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 1));
  });
}

/** The same, but a failure is a Complaint. */
export async function must(command, args, options) {
  const status = await run(command, args, options).catch((error) => error.message);
  if (status !== 0) throw new Complaint(`Failed (${status}): ${command} ${args.join(" ")}`);
}

/** Runs a command, shows its output as it comes and keeps it: all of it, and what it wrote for other programs. */
export async function runAndKeep(command, args, options = {}) {
  let output = "";
  let stdout = "";
  const status = await new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"], ...options });
    const keep = (stream) => (chunk) => {
      output += chunk;
      stream.write(chunk);
    };
    child.stdout.on("data", keep(process.stdout));
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", keep(process.stderr));
    child.on("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(127);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
  return { status, output, stdout };
}

/** What a command prints, or null where it is missing or fails. */
export function ask(command, args, options = {}) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, env: environment, encoding: "utf8", ...options });
  return status === 0 ? stdout.trim() : null;
}

/** A program of an installed npm package, started without a shell so that it works on every system. */
export function packageProgram(relative) {
  return [process.execPath, path.join(root, "node_modules", relative)];
}

/** npm, by the same npm that started this script where there is one: program, arguments, options. */
export function npmCommand(...args) {
  const own = process.env.npm_execpath;
  if (own?.endsWith(".js")) return [process.execPath, [own, ...args], {}];
  return ["npm", args, { shell: process.platform === "win32" }];
}

/** Lines of a failed program's output that are shown: with what else is on screen they fit an old terminal's 24. */
const LAST_LINES = 12;
/** Where nobody can open the log afterwards, in continuous integration, its end must say it. */
const LAST_LINES_OF_LOG = 80;

/** What a person needs to know of a program that failed quietly. */
export function failed(what, { status, output }, log, isTerminal = process.stdout.isTTY) {
  const shown = lastLines(output, isTerminal ? LAST_LINES : LAST_LINES_OF_LOG);
  return new Complaint(`${what} (status ${status}). The last of ${log}:\n\n${shown}`);
}

/** Runs a program with its output in a log; a failure is a Complaint that says `what` failed, and shows the last of it. */
export async function mustQuietly(what, command, args, options) {
  const result = await quietly(command, args, options);
  if (result.status !== 0) throw failed(what, result, options.log);
}

/** Runs a script's main function; a Complaint ends it with its message alone. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Complaint ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
