import type { Dictionary } from "..";

export const truth: Dictionary["truth"] = {
  lede: "TODO",
};
