// `npm run screenshot`: makes docs/screenshot.png, the picture in the README, from the page as it is.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { startLab } from "../../tests/web/support.mjs";
import { buildPage } from "./build-page.mjs";
import { buildWasm } from "./build-wasm.mjs";
import { main } from "./command.mjs";
import { root } from "./places.mjs";
import { needNode, needPackages } from "./toolchain.mjs";

await main(async () => {
  needNode();
  await needPackages();
  await buildWasm();
  await buildPage();
  const lab = await startLab("cpu");
  try {
    const { page } = await lab.openPage({ viewport: { width: 1366, height: 900 }, colorScheme: "light" });
    // Pictures settle: rows move for a fifth of a second after an answer.
    await page.waitForTimeout(1000);
    mkdirSync(path.join(root, "docs"), { recursive: true });
    await page.screenshot({ path: path.join(root, "docs", "screenshot.png") });
  } finally {
    await lab.close();
  }
});
