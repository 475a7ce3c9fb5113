// Always alive, always on the CPU: answers what the visitor clicks.
import init, { Lab } from "../../pkg/cpu/engine.js";
import wasmUrl from "../../pkg/cpu/engine_bg.wasm?url";
import { isTrap, reportLife } from "./crash";
import { hostEngine } from "./engineHost";
import { fetchWithProgress } from "./loadWasm";
import { ownPort } from "./port";
import type { EngineEvent } from "./protocol";

const port = ownPort();
const post = (event: EngineEvent) => port.postMessage(event, []);
const crash = reportLife(port);

async function load(): Promise<Lab> {
  const response = await fetchWithProgress(wasmUrl, (received, total) => post({ event: "progress", received, total }));
  await init({ module_or_path: response });
  const lab = await Lab.open();
  post({ event: "ready", device: lab.device() });
  return lab;
}

const lab = load();
lab.catch(crash);
hostEngine(port, lab, { isFatal: isTrap, onFatal: crash });
