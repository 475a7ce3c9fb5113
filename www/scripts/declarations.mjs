// The types of the package: what the compiler says of its sources, as files that stand by themselves.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { mustQuietly, packageProgram } from "./command.mjs";
import { logOf, root } from "./places.mjs";

/** Every specifier of a declaration file that names another file. */
const RELATIVE = /(?<=(?:\bfrom |\bimport\()")\.[^"]+(?=")/g;

/**
 * A specifier as the package has it: with its ending, which not every resolution finds by itself, and without pkg/, which is the
 * package itself there.
 */
export function inPackage(specifier) {
  return `${specifier.replace(/\.[jt]s$/, "").replace("/pkg/", "/")}.js`;
}

/** Writes the declarations of these sources of www/, and those that they name, into a folder that stands for www/. */
export async function writeDeclarations(sources, folder) {
  const all = mkdtempSync(path.join(os.tmpdir(), "dif-sr-types-"));
  try {
    const [program, compiler] = packageProgram("typescript/bin/tsc");
    const args = [compiler, "--project", path.join(root, "www", "package"), "--outDir", all];
    await mustQuietly("The types of the package could not be written", program, args, { log: logOf("types") });
    const written = new Set();
    const write = (name) => {
      if (written.has(name)) return;
      written.add(name);
      const text = readFileSync(path.join(all, `${name}.d.ts`), "utf8");
      const place = path.join(folder, `${name}.d.ts`);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, text.replace(RELATIVE, inPackage));
      for (const [specifier] of text.matchAll(RELATIVE)) {
        // The engine's own declarations are in the package already.
        if (!specifier.includes("/pkg/"))
          write(path.posix.join(path.posix.dirname(name), specifier.replace(/\.ts$/, "")));
      }
    };
    for (const source of sources) write(source);
  } finally {
    rmSync(all, { recursive: true });
  }
}
