// `npm run zip`: the page with a server and a note, for a lecture room without a network.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { filesBelow } from "./build-files.mjs";
import { buildPage } from "./build-page.mjs";
import { buildWasm } from "./build-wasm.mjs";
import { main } from "./command.mjs";
import { dist, root } from "./places.mjs";
import { kilobytes } from "./sizes.mjs";
import { needNode, needPackages } from "./toolchain.mjs";
import { zipOf } from "./zip.mjs";

const NAME = "dif-sr-lab";

/** The archive's bytes: everything lies in one folder, the page in one of its own. */
export function stickArchive(page = dist) {
  const beside = path.join(root, "www", "stick");
  const from = (folder, names, place) =>
    names.map((name) => ({ file: path.join(folder, name), name: `${NAME}/${place}${name}` }));
  const files = [
    ...from(beside, filesBelow(beside), ""),
    ...from(root, ["LICENSE"], ""),
    ...from(page, filesBelow(page), "page/"),
  ];
  return zipOf(
    files.map(({ file, name }) => {
      const { mtime, mode } = statSync(file);
      return { name, content: readFileSync(file), time: mtime, mode };
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    needNode();
    await needPackages();
    await buildWasm();
    await buildPage();
    const archive = stickArchive();
    writeFileSync(path.join(root, `${NAME}.zip`), archive);
    console.log(`${NAME}.zip: ${kilobytes(archive.length)}. Unpack it anywhere, and read the note in it.`);
  });
}
