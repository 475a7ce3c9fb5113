// Reads the visitor's files. It is started when some are chosen, and ended to call a reading off: WebAssembly cannot be asked to stop.
import type { Importer } from "../../pkg/import/import.js";
import { isTrap, reportLife } from "./crash";
import { findImporter } from "./importCode";
import type { ImportAnswer, ImportEvent, ImportOperations } from "./importProtocol";
import { nameLoadedFiles } from "./loadedFiles";
import { compileWhileFetching } from "./loadWasm";
import { ownPort } from "./port";
import { serve } from "./rpc";
import { buffersOf } from "./transfer";

const port = ownPort();
const crash = reportLife(port);
nameLoadedFiles();

let importer: Promise<Importer> | null = null;

async function open(): Promise<Importer> {
  const { code, script } = await findImporter();
  const [importer, compiled] = await Promise.all([script(), compileWhileFetching(code)]);
  await importer.default({ module_or_path: compiled });
  return new importer.Importer();
}

/** What did not come may come when it is wanted the next time. */
function opened(): Promise<Importer> {
  importer ??= open().catch((thrown: unknown) => {
    importer = null;
    throw thrown;
  });
  return importer;
}

const tell = (file: string, bytes: number) =>
  port.postMessage({ event: "reading", file, bytes } satisfies ImportEvent, []);

serve<ImportOperations>(
  port,
  {
    read: async ({ files, choices }) =>
      JSON.parse((await opened()).read([...files], JSON.stringify(choices), tell)) as ImportAnswer,
    handOver: async () => (await opened()).hand_over() ?? null,
  },
  { transfer: buffersOf, isFatal: isTrap, onFatal: crash },
);
