import type { Dictionary } from "..";

export const rank: Dictionary["rank"] = {
  lede: "TODO",
};
