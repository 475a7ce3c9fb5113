// Always alive, always on the CPU: answers what the visitor clicks.
import init, { Lab } from "../../pkg/cpu/engine.js";
import { isTrap, reportLife } from "./crash";
import { hostEngine } from "./engineHost";
import { ownPort } from "./port";

const port = ownPort();
const crash = reportLife(port);

async function open(compiled: WebAssembly.Module): Promise<Lab> {
  await init({ module_or_path: compiled });
  return Lab.open();
}

hostEngine(port, open, { isFatal: isTrap, onFatal: crash });
