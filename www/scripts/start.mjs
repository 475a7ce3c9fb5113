// `npm start`: from a clone to the page in the browser. Installs what is missing, builds what changed, serves the page as soon as
// its first engine is there.
import path from "node:path";
import { buildPage } from "./build-page.mjs";
import { buildEngine, isEngineBuilt, OF_THE_PAGE, titleOf } from "./build-wasm.mjs";
import { onAskedToEnd } from "./children.mjs";
import { main } from "./command.mjs";
import { pkg } from "./places.mjs";
import { portOf } from "./port.mjs";
import { Screen } from "./screen.mjs";
import { startPage } from "./start-page.mjs";
import { serve } from "./static-server.mjs";
import { needNode, needPackages } from "./toolchain.mjs";

/** What a page that is open has of an engine that comes. */
const USE = {
  cpu: "",
  import: "A page that is open reads files with it.",
  "cpu-relaxed": "A page that is loaded from now on runs it.",
  gpu: "A run that is started from now on can train on it.",
};

const screen = new Screen();

/** `wanted`: PORT=8080 asks for another one than the usual. */
async function open({ mounts, answers }, wanted) {
  // HOST=0.0.0.0 opens it to a lecture room; plain http there means no WebGPU, which browsers keep for secure pages.
  const host = process.env.HOST ?? "127.0.0.1";
  const { port, origin } = await serve({ mounts, answers, port: wanted, host });
  return { origin, note: port === wanted ? null : `Port ${wanted} is taken, so the page is on port ${port}.` };
}

await main(async () => {
  onAskedToEnd(() => screen.end());
  const port = portOf(process.env.PORT);
  needNode();
  await needPackages(screen);
  await startPage({
    engines: OF_THE_PAGE.map((name) => ({ name, title: titleOf(name), use: USE[name] })),
    isBuilt: isEngineBuilt,
    build: (name) => buildEngine(name, { screen }),
    buildPage,
    open: (served) => open(served, port),
    folderOf: (name) => path.join(pkg, name),
    screen,
  });
});
