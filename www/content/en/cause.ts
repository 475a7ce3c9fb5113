export const cause = {
  lede: "TODO",
};
