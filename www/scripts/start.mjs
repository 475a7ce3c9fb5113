// `npm start`: from a clone to the page in the browser. Installs what is missing, builds what changed, serves dist/.
import { buildPage } from "./build-page.mjs";
import { buildWasm } from "./build-wasm.mjs";
import { main } from "./command.mjs";
import { dist } from "./places.mjs";
import { serve } from "./static-server.mjs";
import { needNode, needPackages } from "./toolchain.mjs";

const PORT = 4173;

await main(async () => {
  needNode();
  await needPackages();
  await buildWasm();
  await buildPage();
  // HOST=0.0.0.0 opens it to a lecture room; plain http there means no WebGPU, which browsers keep for secure pages.
  const host = process.env.HOST ?? "127.0.0.1";
  const { port, origin } = await serve({ mounts: { "/": dist }, port: PORT, host });
  if (port !== PORT) console.log(`\nPort ${PORT} is taken, so the page is on port ${port}.`);
  console.log(`\nDIF-SR Lab: ${origin}\nCtrl+C ends it.`);
});
