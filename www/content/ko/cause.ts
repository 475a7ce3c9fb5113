import type { Dictionary } from "..";

export const cause: Dictionary["cause"] = {
  lede: "TODO",
};
