// `npm run dev`: the page with hot reload, on the engines as they were last built.
import { existsSync } from "node:fs";
import { buildWasm, OF_THE_PAGE, wasmOf } from "./build-wasm.mjs";
import { main, packageProgram, run } from "./command.mjs";
import { needNode, needPackages } from "./toolchain.mjs";

await main(async () => {
  needNode();
  await needPackages();
  const missing = OF_THE_PAGE.filter((name) => !existsSync(wasmOf(name)));
  if (missing.length > 0) await buildWasm(missing);
  else console.log("Engines as last built; npm run build:wasm renews them.");
  const [node, vite] = packageProgram("vite/bin/vite.js");
  process.exitCode = await run(node, [vite]);
});
