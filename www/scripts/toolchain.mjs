// What a build needs beside Node: Rust, its WebAssembly target, the wasm-bindgen program of exactly the library's version.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { quietly } from "./children.mjs";
import { ask, Complaint, failed, mustQuietly, npmCommand } from "./command.mjs";
import { environment, logOf, root, tools } from "./places.mjs";
import { cargoProgress, Screen, WITH_PROGRESS } from "./screen.mjs";

const TARGET = "wasm32-unknown-unknown";
const exe = process.platform === "win32" ? ".exe" : "";

export function needNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const enough = major >= 23 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!enough) {
    throw new Complaint(
      `Node ${process.versions.node} is too old: 20.19 or newer is needed, and of 22 at least 22.12 (nodejs.org has installers).`,
    );
  }
}

export function needCargo() {
  if (ask("cargo", ["--version"])) return;
  const how = process.platform === "win32" ? "winget install Rustlang.Rustup" : "the one line on https://rustup.rs";
  throw new Complaint(`Rust is missing. Install it with ${how}, open a new terminal and try again.`);
}

export async function needWasmTarget(screen = new Screen()) {
  // Asking for a target that is not installed still prints where it would be.
  const place = ask("rustc", ["--print", "target-libdir", "--target", TARGET]);
  if (place && existsSync(place)) return;
  const command = ["target", "add", TARGET];
  if (!ask("rustup", ["--version"])) {
    throw new Complaint(
      `The Rust target ${TARGET} is missing, and so is rustup to add it with: rustup ${command.join(" ")}`,
    );
  }
  await screen.during(`Adding the Rust target ${TARGET}`, () =>
    mustQuietly(`The Rust target ${TARGET} could not be added`, "rustup", command, { log: logOf("tools") }),
  );
}

/** The version that Cargo.lock pins: the program refuses files of any other. */
export function wasmBindgenVersion() {
  const lock = readFileSync(path.join(root, "Cargo.lock"), "utf8");
  const version = /name = "wasm-bindgen"\r?\nversion = "([^"]+)"/.exec(lock)?.[1];
  if (!version) throw new Complaint("Cargo.lock names no wasm-bindgen.");
  return version;
}

/**
 * The path of a wasm-bindgen program of the right version; installs one into the user's cache if there is none. `install` runs
 * cargo with the arguments it is given.
 */
export async function needWasmBindgen(screen = new Screen(), install = installQuietly) {
  const version = wasmBindgenVersion();
  const home = path.join(tools, `wasm-bindgen-${version}`);
  const own = path.join(home, "bin", `wasm-bindgen${exe}`);
  for (const program of [own, "wasm-bindgen"]) {
    if (ask(program, ["--version"]) === `wasm-bindgen ${version}`) return program;
  }
  await installWasmBindgen({ version, home, screen, install });
  return own;
}

const installQuietly = (args, hear) =>
  quietly("cargo", args, { log: logOf("tools"), hear, env: { ...environment, ...WITH_PROGRESS } });

/** Its own lock file can name a package that a registry no longer has; then newer ones of the same major version do. */
export async function installWasmBindgen({ version, home, screen, install }) {
  const name = `wasm-bindgen ${version}`;
  const args = ["install", "wasm-bindgen-cli", "--version", `=${version}`, "--root", home];
  const tried = await screen.during(`Installing ${name}, once for all builds`, async (tell) => {
    const hear = (output) => {
      const progress = cargoProgress(output);
      if (progress) tell(`${progress.done} of ${progress.of} steps`);
    };
    const locked = await install([...args, "--locked"], hear);
    return locked.status === 0 ? { ...locked, isLocked: true } : { ...(await install(args, hear)), isLocked: false };
  });
  if (tried.status !== 0) throw failed(`${name} could not be installed`, tried, logOf("tools"));
  screen.say(tried.isLocked ? `${name} is installed.` : `${name} is installed, with newer packages than it lists.`);
}

/** What is installed is what the lock file lists. Some of that is for other systems, which npm leaves out. */
export function isInstalled(lock, installed) {
  const listed = Object.entries(lock.packages).filter(([place]) => place !== "");
  const isThere = ([place, { version, optional }]) =>
    place in installed.packages ? installed.packages[place].version === version : optional === true;
  const isListed = (place) => place in lock.packages;
  return listed.every(isThere) && Object.keys(installed.packages).every(isListed);
}

export async function needPackages(screen = new Screen()) {
  const installed = path.join(root, "node_modules", ".package-lock.json");
  const read = (file) => JSON.parse(readFileSync(file, "utf8"));
  if (existsSync(installed) && isInstalled(read(path.join(root, "package-lock.json")), read(installed))) return;
  const [program, args, options] = npmCommand("ci");
  await screen.during("Installing npm packages", () =>
    mustQuietly("The npm packages could not be installed", program, args, { log: logOf("tools"), ...options }),
  );
}
