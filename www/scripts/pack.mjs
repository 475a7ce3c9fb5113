// `npm run pack`: the package for other pages, in one file that npm can install and anybody can unpack.
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildPackage } from "./build-package.mjs";
import { buildWasm } from "./build-wasm.mjs";
import { Complaint, main, mustQuietly, npmCommand } from "./command.mjs";
import { logOf, pkg } from "./places.mjs";
import { budgets, kilobytes } from "./sizes.mjs";
import { needNode, needPackages } from "./toolchain.mjs";

/** Packs a folder and puts the file into another one. Says how large it is, and holds it to its budget. Resolves to its path. */
export async function pack(folder = pkg, into = pkg) {
  // Nothing is to be run, and nothing is to be asked of a registry.
  const options = ["--ignore-scripts", "--offline", "--pack-destination", into];
  const [npm, args, how] = npmCommand("pack", folder, ...options);
  await mustQuietly("The package could not be packed", npm, args, { ...how, log: logOf("pack") });
  const { name, version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = path.join(into, `${name}-${version}.tgz`);
  const { size } = statSync(file);
  const budget = budgets.packageFile;
  console.log(`${path.basename(file)}: ${kilobytes(size)} (budget ${kilobytes(budget)})`);
  if (size > budget) throw new Complaint(`The package is over its budget of ${kilobytes(budget)}.`);
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    needNode();
    await needPackages();
    await buildWasm();
    await buildPackage();
    console.log(`Packed: ${path.relative(process.cwd(), await pack())}`);
  });
}
