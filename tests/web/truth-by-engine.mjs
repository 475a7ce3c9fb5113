// What "Is it true?" counts for the model that the page opens with, asked of the engine without the page.

/** In www/ready. */
export const STORED_MODEL = "brand_loyal/dif_sr.safetensors";
const SHOP = JSON.stringify({ preset: "brand_loyal", seed: 212 });
/** As many clicks of each question as the page asks (www/ui/truth/measure.ts), so many at a time. */
const MOST = { which: 500, pointed: Number.POSITIVE_INFINITY };
const PART = 50;

/** `lab` serves www/ready at /@ready/. */
export async function measureByEngine(lab, device) {
  const { page, call } = await lab.openLab();
  const ask = async (op, ...args) => (await call(device, op, ...args)).value;
  await ask("open_synthetic", SHOP);
  await ask("load_model", { url: `/@ready/${STORED_MODEL}` }, null);
  const clicks = await ask("truth_clicks");
  const all = async (model, question) => {
    const of = Math.min(clicks[question], MOST[question]);
    let found = null;
    for (let from = 0; from < of; from += PART) {
      const part = await ask("truth", model, question, from, Math.min(PART, of - from));
      found = { ...part, clicks: [...(found?.clicks ?? []), ...part.clicks] };
    }
    return found;
  };
  const [law, which, pointed] = [await ask("law", "main"), await all("main", "which"), await all("main", "pointed")];
  await ask("load_untrained", "main", "untrained");
  const untrained = [await all("untrained", "which"), await all("untrained", "pointed")];
  await page.close();
  return { clicks, law, which, pointed, untrained };
}
