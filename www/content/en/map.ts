export const map = {
  lede: "TODO",
};
