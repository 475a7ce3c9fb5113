/** What is sold: of a catalogue, all that is words. */
interface Sold {
  readonly items: readonly { readonly name: string }[];
  readonly attributes: readonly { readonly values: readonly string[] }[];
}

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
  /** What is open, by its names in this language. The engine speaks English; a visitor's own data keeps its names. */
  named: <Shop extends Sold>({ catalogue }: { key: { kind: "shop" | "own" }; catalogue: Shop }): Shop => catalogue,
};
