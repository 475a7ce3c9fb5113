/** What the header says of the data that is open. */
export const shops = {
  button: "Data",
  buttonTitle: "Choose or bring data",
  dropNow: "Drop the files to read them here. They stay on this machine.",
  shop: (preset: string) => `Shop: ${preset.charAt(0).toLowerCase()}${preset.slice(1)}`,
  shopOwnMix: (preset: string) => `Shop: ${preset.charAt(0).toLowerCase()}${preset.slice(1)}, own mix`,
  names: {
    brand_loyal: "Brand loyal",
    department_chains: "Department chains",
    side_information_useless: "Side information is useless",
  },
};
