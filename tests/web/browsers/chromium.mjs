// Chromium, over Playwright as in all other browser tests.
import { chromium } from "playwright-core";
import { LAUNCH } from "../support.mjs";
import { locate } from "./inPage.mjs";

export async function openChromium(executablePath) {
  const browser = await chromium.launch({ executablePath, ...LAUNCH.cpu });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const find = async (target) => {
    const handle = await page.waitForFunction(locate, target);
    return handle.asElement();
  };
  return {
    name: `Chromium ${browser.version()}`,
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    evaluate: (work, ...args) => page.evaluate(`(async () => (${work})(...${JSON.stringify(args)}))()`),
    click: async (target) => (await find(target)).click(),
    type: async (target, text) => (await find(target)).fill(text),
    screenshot: () => page.screenshot(),
    end: () => browser.close(),
  };
}
