export const gradients = {
  lede: "TODO",
};
