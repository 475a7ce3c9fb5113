// What the tests of the Train panel share: the panel, and where in the window everything stands that a visitor may look at.
import { until } from "./support.mjs";

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
/** Everything a visitor may be looking at while a run begins, goes on, and ends. */
const LOOKED_AT = [
  "#train-title",
  "#train .transport-buttons",
  "#train .progress-track",
  "#train .settings",
  '#train [data-figure="loss"] h3',
  '#train [data-figure="ndcg"] h3',
  "#train .train-choices",
];

export const train = (page) => page.locator("#train");
export const button = (page, name) => train(page).getByRole("button", { name, exact: true });

export async function openTrain(lab, query = "", options = {}) {
  const opened = await lab.openPage({ query: `?panel=train${query}`, ...options });
  await until(() => button(opened.page, "Play").isEnabled(), Boolean, { what: "the Play button" });
  return opened;
}

/** Tops in the window, by selector. */
export async function tops(page) {
  const found = {};
  for (const selector of LOOKED_AT) {
    const box = await page.locator(selector).first().boundingBox();
    found[selector] = Math.round(box?.y ?? Number.NaN);
  }
  return found;
}
