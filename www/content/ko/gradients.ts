import type { Dictionary } from "..";

export const gradients: Dictionary["gradients"] = {
  lede: "TODO",
};
