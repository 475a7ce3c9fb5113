import { existsSync } from "node:fs";
import path from "node:path";

/** Also where a desktop's own PATH does not lead. */
const ALWAYS = ["/usr/bin", "/usr/local/bin", "/snap/bin"];

/** The first of these programs that is installed, or null. */
export function onPath(...names) {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), ...ALWAYS];
  return firstOf(names.flatMap((name) => folders.map((folder) => path.join(folder, name))));
}

/** The first of these files that exists, or null. */
export function firstOf(files) {
  return files.find((file) => existsSync(file)) ?? null;
}
