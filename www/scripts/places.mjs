// Where things are. Build outputs that are large and slow to make live outside the clone, one cache for each user.
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const dist = path.join(root, "dist");
export const pkg = path.join(root, "pkg");
/** What programs say whose output nobody sees: "cpu", "gpu", ..., "page", "tools". */
export const logOf = (what) => path.join(pkg, "logs", `${what}.log`);

function cacheHome() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === "win32") return process.env.LOCALAPPDATA ?? path.join(os.homedir(), "AppData", "Local");
  if (process.platform === "darwin") return path.join(os.homedir(), "Library", "Caches");
  return path.join(os.homedir(), ".cache");
}

const cache = path.join(cacheHome(), "dif-sr-lab");
export const cargoTarget = process.env.CARGO_TARGET_DIR ?? path.join(cache, "target");
export const tools = path.join(cache, "tools");
/** Packages of the decks that frames are tested in. */
export const decks = path.join(cache, "decks");

/** rustup puts cargo here; a shell that was open before does not know it yet. */
const cargoBin = path.join(process.env.CARGO_HOME ?? path.join(os.homedir(), ".cargo"), "bin");

/** The environment of every command that is started from these scripts. */
export const environment = {
  ...process.env,
  CARGO_TARGET_DIR: cargoTarget,
  PATH: existsSync(cargoBin) ? [cargoBin, process.env.PATH].join(path.delimiter) : process.env.PATH,
};
