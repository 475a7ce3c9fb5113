import type { Dictionary } from "..";

export const map: Dictionary["map"] = {
  lede: "TODO",
};
