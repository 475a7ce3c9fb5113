// Decks as lecturers make them, for frames to be tested in: reveal.js and Slidev, and what scans a QR code. Installed into the user's cache
// when a test needs them, so that nobody downloads Slidev who only wants to see the page.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { quietly } from "./children.mjs";
import { failed, mustQuietly, npmCommand } from "./command.mjs";
import { decks, logOf, root } from "./places.mjs";
import { isInstalled } from "./toolchain.mjs";

export const deckSources = path.join(root, "tests", "decks");
const LOCK = "package-lock.json";
/** What npm says where the registry cannot be reached; anything else is a fault of ours. */
const OUT_OF_REACH =
  /npm error code (E(NOTFOUND|CONN\w+|TIMEDOUT|AI_AGAIN|NETUNREACH|HOSTUNREACH|40[134]|5\d\d)|\w*(TIMEOUT|CERT)\w*)/;

const short = (...parts) =>
  parts
    .reduce((hash, part) => hash.update(part), createHash("sha256"))
    .digest("hex")
    .slice(0, 12);
const lock = () => readFileSync(path.join(deckSources, LOCK));
const json = (file) => JSON.parse(readFileSync(file, "utf8"));

/** The folder that the packages are installed in, `{ packages }`; or why they cannot be had, `{ reason }`. */
export async function findDeckPackages() {
  const home = path.join(decks, short(lock()));
  const packages = path.join(home, "node_modules");
  const installed = path.join(packages, `.${LOCK}`);
  if (existsSync(installed) && isInstalled(JSON.parse(lock()), json(installed))) return { packages };
  mkdirSync(home, { recursive: true });
  for (const file of ["package.json", LOCK, ".npmrc"]) cpSync(path.join(deckSources, file), path.join(home, file));
  console.log(`Installing the decks' packages into ${home}`);
  const [program, args, options] = npmCommand("ci", "--ignore-scripts", "--fetch-retries=1");
  const result = await quietly(program, args, { ...options, cwd: home, log: logOf("decks") });
  if (result.status === 0) return { packages };
  const found = OUT_OF_REACH.exec(result.output);
  if (!found) throw failed("The decks' packages could not be installed", result, logOf("decks"));
  return { reason: `reveal.js, Slidev and jsqr are not installed, and npm cannot fetch them (${found[1]})` };
}

/** The Slidev deck with `component`, built: its folder. */
export async function buildSlidev(packages, component) {
  const slides = path.join(deckSources, "slidev", "slides.md");
  const out = path.join(decks, `slidev-${short(lock(), readFileSync(slides), component)}`);
  if (existsSync(out)) return out;
  // Slidev looks for packages from the deck upwards.
  const deck = path.join(packages, "..", `deck-${process.pid}`);
  mkdirSync(path.join(deck, "components"), { recursive: true });
  try {
    cpSync(slides, path.join(deck, "slides.md"));
    writeFileSync(path.join(deck, "components", "DifSr.vue"), component);
    const built = path.join(deck, "dist");
    const slidev = path.join(packages, "@slidev", "cli", "bin", "slidev.mjs");
    const args = [slidev, "build", "slides.md", "--base", "./", "--out", built];
    await mustQuietly("Slidev could not build the deck", process.execPath, args, { cwd: deck, log: logOf("decks") });
    renameSync(built, out);
  } finally {
    rmSync(deck, { recursive: true, force: true });
  }
  return out;
}
