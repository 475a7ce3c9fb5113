import { t } from "../../content";
import { source, summary } from "../../state/opened";

/** Name of the open data: ours in the language on screen, a file's as the file has it. */
export function dataName(): string {
  const words = t().shops;
  const open = source.value;
  // Before the engine runs the stored example is on screen, which belongs to the first preset.
  if (open?.kind !== "files" && summary.value?.origin === "synthetic") {
    const config = open?.config;
    const name = words.names[config?.preset ?? "brand_loyal"];
    return config?.weights ? words.shopOwnMix(name) : words.shop(name);
  }
  return summary.value?.name ?? "–";
}
