// A lecture's wall, as the browser tests read it.
import { until } from "./support.mjs";

export const mark = (page) => page.evaluate(() => ({ ...document.documentElement.dataset }));
export const place = async (page) => {
  const { lecture, step, click } = await mark(page);
  return lecture === undefined ? null : `${step}:${click}`;
};
export const at = (page, wanted) =>
  until(
    () => place(page),
    (now) => now === wanted,
    { what: wanted ?? "the end of the lecture" },
  );
export const title = (page) => page.locator("[data-wall-title]");

/** Everything on the wall answers the place, and no number is awaited. */
export const settled = (page) =>
  until(
    async () => {
      const { ready } = await mark(page);
      const words = await page.locator(".wall-head").innerText();
      return { ready, words };
    },
    ({ ready, words }) => ready === "true" && !/[…{}]/.test(words),
    { timeout: 60_000, what: "the wall" },
  );
