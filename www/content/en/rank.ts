export const rank = {
  lede: "TODO",
};
