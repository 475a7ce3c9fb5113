// `npm run dev`: the page with hot reload, on the engines as they were last built.
import { existsSync } from "node:fs";
import path from "node:path";
import { buildWasm } from "./build-wasm.mjs";
import { main, packageProgram, run } from "./command.mjs";
import { pkg } from "./places.mjs";
import { needNode, needPackages } from "./toolchain.mjs";

await main(async () => {
  needNode();
  await needPackages();
  const missing = ["cpu", "cpu-relaxed", "gpu"].filter((name) => !existsSync(path.join(pkg, name, "engine_bg.wasm")));
  if (missing.length > 0) await buildWasm(missing);
  else console.log("Engines as last built; npm run build:wasm renews them.");
  const [node, vite] = packageProgram("vite/bin/vite.js");
  process.exitCode = await run(node, [vite]);
});
