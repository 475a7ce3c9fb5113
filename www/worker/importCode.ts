// Where the importer is: in files of the page. A page that is served before it is built has importCodeLater.ts in place of this file,
// see www/scripts/late-engines.mjs.
import code from "../../pkg/import/import_bg.wasm?url";

export interface ImporterCode {
  /** The address of its WebAssembly. */
  readonly code: string;
  /** Loads its JavaScript. */
  script(): Promise<typeof import("../../pkg/import/import.js")>;
}

export async function findImporter(): Promise<ImporterCode> {
  return { code, script: () => import("../../pkg/import/import.js") };
}
