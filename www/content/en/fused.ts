export const fused = {
  lede: "TODO",
};
