// In place of importCode.ts in a page that `npm start` serves while the importer is still being built.
import type { Get } from "./fetchFile";
import type { ImporterCode } from "./importCode";
import { needBuilt, place } from "./laterEngine";

export async function findImporter(get: Get = fetch): Promise<ImporterCode> {
  await needBuilt("import", "importer", get);
  return {
    code: place("engines/import/import_bg.wasm"),
    script: () => import(/* @vite-ignore */ place("engines/import/import.js")),
  };
}
