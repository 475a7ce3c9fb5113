import { t } from "../../content";
import { shopTitled } from "../../state/modelFit";

/** The name that a model's file has for its data: our shops in the language on screen. */
export function titled(name: string): string {
  const preset = shopTitled(name);
  return preset ? t().shops.shop(t().shops.names[preset]) : name;
}
