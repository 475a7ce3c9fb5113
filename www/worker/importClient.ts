// One reading of the visitor's files, from the page's side.
import { aborted, type WorkerFailure } from "./failure";
import type { Choices, ImportAnswer, ImportEvent, ImportOperations } from "./importProtocol";
import { WorkerLink } from "./workerLink";

export interface Reader {
  /** Reads files; one reading at a time. Rejects where the importer did not come, or died. */
  read(files: readonly File[], choices: Choices): Promise<ImportAnswer>;
  /** What was read last, for an engine. */
  handOver(): Promise<Uint8Array | null>;
  /** Ends it, with whatever it is reading. */
  end(): void;
}

export function startReader(onReading: (file: string, bytes: number) => void, onDeath: () => void): Reader {
  const worker = new Worker(new URL("./import.worker.ts", import.meta.url), { type: "module" });
  const link = new WorkerLink<ImportOperations, ImportEvent>(
    worker,
    (event) => onReading(event.file, event.bytes),
    (_failure: WorkerFailure) => onDeath(),
  );
  return {
    read: (files, choices) => link.call("read", { files, choices }),
    handOver: () => link.call("handOver", null),
    end: () => link.terminate(aborted()),
  };
}
