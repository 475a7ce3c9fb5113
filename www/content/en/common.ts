export const common = {
  table: "Table",
  saveFigure: "Save figure",
  close: "Close",
  tryAgain: "Try again",
  reset: "Reset",
  /** Before the sources that are switched off. */
  switchedOff: "Switched off:",
  /** Before those that count less, or more. */
  scaled: "Scaled:",
  /** In short, after the marks of those. */
  off: "off",
  /** Beside the name of a panel that shows the model with a source switched off or scaled. */
  edited: "edited",
  resetSources: "Set every source back to 1",
  /** Sources that every model has; attributes are named by the data. */
  sources: { item: "Item", position: "Position", fused: "Fused" },
  /** Names of attributes we know. Others are shown as the data writes them. */
  attributes: {
    category: "Category",
    categories: "Category",
    department: "Department",
    type: "Type",
    brand: "Brand",
    price: "Price",
    "price band": "Price",
    genre: "Genre",
    class: "Genre",
    release_year: "Year",
  } as Record<string, string>,
  priceBand: (band: string, of: number) => `${band} of ${of}`,
  range: (least: string, most: string) => `From ${least} to ${most}.`,
  whole: (least: string, most: string) => `A whole number from ${least} to ${most}.`,
};
