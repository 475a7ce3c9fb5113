// The peer benchmark itself, which lies beside this project with its packages elsewhere; and what to do where it is missing.
import { existsSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ask, Complaint } from "../command.mjs";
import { root } from "../places.mjs";

const harness = path.join(root, "..", "shared", "peers");
export const runScript = path.join(harness, "run.mjs");
const home = process.env.PEERS_HOME ?? path.join(os.tmpdir(), "peers");

const json = (name) => JSON.parse(readFileSync(path.join(harness, name), "utf8"));

/** The sizes by name, and the other stacks. */
export function readHarness() {
  if (!existsSync(runScript)) {
    throw new Complaint(
      `The peer benchmark is not there: it is expected in ${harness}, beside this clone. Put it there and try again.`,
    );
  }
  return { cases: json("cases.json"), peers: json("peers.json") };
}

/** Refuses names that the benchmark does not know. */
export function needKnown(what, names, known) {
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new Complaint(`No ${what} is called ${unknown.join(", ")}; there are ${known.join(", ")}.`);
}

/** What the chosen stacks are made of is installed. */
export function needPeerPackages(chosen) {
  const missing = (name) => !existsSync(path.join(home, "node_modules", name));
  if (missing("esbuild") || missing("playwright-core")) {
    throw new Complaint(`The other stacks are not installed in ${home} (PEERS_HOME names another folder). Install them:

    mkdir -p "${home}" && cp "${path.join(harness, "package.json")}" "${home}"
    npm install --prefix "${home}"`);
  }
  // ONNX Runtime runs what PyTorch has exported.
  const needsTorch = chosen.filter(({ kind, module }) => kind === "torch" || module?.includes("ort"));
  if (needsTorch.length === 0 || ask(python(), ["-c", "import torch"]) !== null) return;
  const names = needsTorch.map(({ name }) => name).join(", ");
  throw new Complaint(`PyTorch is missing for ${names}: ${python()} does not have it (PEERS_PYTHON names another interpreter). Install it:

    python3 -m venv "${path.join(home, "venv")}"
    "${path.join(home, "venv", "bin", "pip")}" install -r "${path.join(harness, "requirements.txt")}"

or leave them out: npm run bench:peers -- --peers tfjs-wasm-1,jaxjs-wasm-1`);
}

/** What keeps these stacks from being measured, in words; null where nothing does. */
export function whatIsMissing(peers) {
  try {
    needPeerPackages(readHarness().peers.filter(({ name }) => peers.includes(name)));
    return null;
  } catch (error) {
    if (error instanceof Complaint) return error.message;
    throw error;
  }
}

/** The interpreter that the benchmark takes. */
function python() {
  const places = [process.env.PEERS_PYTHON, path.join(home, "venv", "bin", "python")];
  return places.find((place) => place && existsSync(place)) ?? "python3";
}
