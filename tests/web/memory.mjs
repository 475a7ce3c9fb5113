// What a page holds of the machine's memory, for tests of long runs.
import { readFileSync } from "node:fs";

const privateBytes = (id) => Number(/RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]) * 1024;

/**
 * Bytes that the page's scripts hold after a collection, that its process holds of its own, workers and all, and that the browser's GPU
 * process does. `session`: to the page, for its heap.
 */
export async function weigh(browser, session) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
  await whole.detach();
  const most = (wanted) =>
    Math.max(0, ...processInfo.filter(({ type }) => type === wanted).map(({ id }) => privateBytes(id)));
  return { heap: usedSize, process: most("renderer"), gpu: most("GPU") };
}

/** The least of three: a collection in a worker comes when it likes. */
export async function weighCalmly(browser, session) {
  const found = [];
  for (let time = 0; time < 3; time++) {
    found.push(await weigh(browser, session));
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  const least = (name) => Math.min(...found.map((one) => one[name]));
  return { heap: least("heap"), process: least("process"), gpu: least("gpu") };
}
