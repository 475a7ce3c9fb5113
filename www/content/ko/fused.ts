import type { Dictionary } from "..";

export const fused: Dictionary["fused"] = {
  lede: "TODO",
};
