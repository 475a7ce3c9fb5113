export const truth = {
  lede: "TODO",
};
