// What the tests of several models on one session share.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readyFile, until } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const part = (page) => page.locator("#side");
export const lists = (page) => part(page).getByRole("list", { name: /Next items of model/ });
export const rows = (page, letter) =>
  part(page)
    .getByRole("list", { name: new RegExp(`^Next items of model ${letter},`) })
    .getByRole("listitem");
export const picked = (page, letter) =>
  part(page)
    .getByRole("combobox", { name: `Model ${letter}` })
    .evaluate((select) => select.selectedOptions[0].text);
export const pick = (page, letter, name) =>
  part(page)
    .getByRole("combobox", { name: `Model ${letter}` })
    .selectOption({ label: name });
export const map = (page, letter) => part(page).getByRole("grid", { name: new RegExp(`of model ${letter},`) });
export const difference = (page) => part(page).getByRole("grid", { name: /minus/ });
/** An option of the menu of models, which must be open. */
export const option = (page, name) =>
  page.getByRole("dialog", { name: "About the model" }).getByRole("radio", { name });
export const words = (page, letter) => rows(page, letter).locator(".side-name").allInnerTexts();

/** Opens the panel and waits for two lists. */
export async function openPart(lab, options = {}) {
  const weights = [];
  const opened = await lab.openPage({
    query: "?panel=side",
    before: async (page) => {
      page.on("request", (request) => {
        const name = readyFile(request.url());
        if (name) weights.push(name);
      });
    },
    ...options,
  });
  const { page } = opened;
  await until(
    () => lists(page).count(),
    (count) => count === 2,
    { what: "two lists" },
  );
  return { ...opened, weights };
}

/** Waits until a model's list is another one than `old`. */
export const otherList = (page, letter, old) =>
  until(
    () => words(page, letter),
    (now) => now.length === 10 && now.join() !== old.join(),
    { what: `another list of ${letter}` },
  );

export async function violations(page, within = "#side") {
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await page.evaluate(
    ([root, tags]) => globalThis.axe.run(root, { runOnly: { type: "tag", values: tags } }),
    [within, tags],
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
}
