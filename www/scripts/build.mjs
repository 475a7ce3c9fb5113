// Everything that can be published: pkg/, then dist/.

import { buildPackage } from "./build-package.mjs";
import { buildPage } from "./build-page.mjs";
import { buildWasm } from "./build-wasm.mjs";
import { main } from "./command.mjs";
import { checkFirstView } from "./first-view.mjs";
import { needNode, needPackages } from "./toolchain.mjs";

await main(async () => {
  needNode();
  await needPackages();
  await buildWasm();
  await buildPackage();
  await buildPage();
  checkFirstView();
});
