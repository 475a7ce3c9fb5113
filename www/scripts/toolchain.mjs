// What a build needs beside Node: Rust, its WebAssembly target, the wasm-bindgen program of exactly the library's version.
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { ask, Complaint, must, npm, run } from "./command.mjs";
import { root, tools } from "./places.mjs";

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

export async function needWasmTarget() {
  // Asking for a target that is not installed still prints where it would be.
  const place = ask("rustc", ["--print", "target-libdir", "--target", TARGET]);
  if (place && existsSync(place)) return;
  const command = ["target", "add", TARGET];
  if (!ask("rustup", ["--version"])) {
    throw new Complaint(
      `The Rust target ${TARGET} is missing, and so is rustup to add it with: rustup ${command.join(" ")}`,
    );
  }
  console.log(`Adding the Rust target ${TARGET}.`);
  await must("rustup", command);
}

/** The version that Cargo.lock pins: the program refuses files of any other. */
export function wasmBindgenVersion() {
  const lock = readFileSync(path.join(root, "Cargo.lock"), "utf8");
  const version = /name = "wasm-bindgen"\r?\nversion = "([^"]+)"/.exec(lock)?.[1];
  if (!version) throw new Complaint("Cargo.lock names no wasm-bindgen.");
  return version;
}

/** The path of a wasm-bindgen program of the right version; installs one into the user's cache if there is none. */
export async function needWasmBindgen() {
  const version = wasmBindgenVersion();
  const home = path.join(tools, `wasm-bindgen-${version}`);
  const own = path.join(home, "bin", `wasm-bindgen${exe}`);
  for (const program of [own, "wasm-bindgen"]) {
    if (ask(program, ["--version"]) === `wasm-bindgen ${version}`) return program;
  }
  console.log(`Installing wasm-bindgen ${version} (two to three minutes, once).`);
  const args = ["install", "wasm-bindgen-cli", "--version", `=${version}`, "--root", home];
  // Its own lock file can name a package that a registry no longer has; then newer ones of the same major version do.
  if ((await run("cargo", [...args, "--locked"])) !== 0) await must("cargo", args);
  return own;
}

/** Packages are there and no older than the lock file. */
export async function needPackages() {
  const installed = path.join(root, "node_modules", ".package-lock.json");
  const lock = path.join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("Installing npm packages.");
  await npm("ci");
}
