export const map = {
  lede: (numbers: string) =>
    `Each item is a row of ${numbers} numbers, its [[embedding]]. Here is their shadow on two axes, before and after training.`,
  ledeBare:
    "Each item is a row of numbers, its [[embedding]]. Here is their shadow on two axes, before and after training.",
  by: "Show",
  values: (attribute: string) => `Values of ${attribute}: press one to see its items alone, once more for all`,
  others: "others",
  before: "Before training",
  after: (epochs: string) => `After ${epochs} ${epochs === "1" ? "epoch" : "epochs"}`,
  afterSome: "After training",
  holds: (share: string) => `two axes hold ${share}`,
  mapLabel: (title: string) =>
    `${title}: the items as points. Arrow keys move to the next item in their direction, Enter adds it to the session, Space keeps it lit, Escape lets it go.`,
  itemLabel: (name: string, values: string, neighbours: string) =>
    `${values ? `${name}; ${values}` : name}. Nearest: ${neighbours}`,

  /** Parts of the sentence that reads the maps. */
  reading: (after: string, of: string, attribute: string) =>
    `After training, ${after} of an item’s ${of} nearest neighbours share its ${attribute}`,
  readingChance: (after: string, of: string, attribute: string, chance: string) =>
    `After training, ${after} of an item’s ${of} nearest neighbours share its ${attribute}, as by chance (${chance}).`,
  beforeChance: (before: string, chance: string) => `; before, ${before}, as by chance (${chance}).`,
  beforeOther: (before: string, chance: string) => `; before, ${before}. By chance it would be ${chance}.`,
  beforeMissing: (chance: string) => `; by chance it would be ${chance}.`,
  noAttributes: (share: string) =>
    `These items have no attributes that neighbours could share. After training, two axes hold ${share} of what tells the items apart.`,
  listed: (shared: number, of: number, item: string) =>
    shared === 0
      ? `None of the first ${of} of the list is among the ten nearest neighbours of ${item}, the newest click.`
      : `Of the first ${of} of the list, ${shared} ${shared === 1 ? "is" : "are"} among the ten nearest neighbours of ${item}, the newest click.`,

  solid: (n: string, value: string) => `Solid: ${n} with ${value}.`,
  items: (n: string) => (n === "1" ? "1 item" : `${n} items`),
  note: (numbers: string) =>
    `Neighbours are counted in all ${numbers} numbers, not on the map. The axes have no names, and the two maps are not turned to match.`,
  noteBare:
    "Neighbours are counted in all numbers of a row, not on the map. The axes have no names, and the two maps are not turned to match.",
  bag: "Items with several values wear the shape of their most common one.",
  thinned: (drawn: string, all: string) =>
    `Drawn: the ${drawn} most clicked of ${all} items. Neighbours are counted among all of them.`,
  path: (drawn: number, all: number) => `Numbered: the newest ${drawn} of ${all} clicks.`,

  nearest: "Nearest to {item}",
  nearestHint: "Point at an item, or move to one with the arrow keys.",
  nearestBefore: "before",
  nearestAfter: "after",
  shares: (n: number, of: number, attribute: string) => `${n} of ${of} share its ${attribute}`,
  add: (item: string) => `Add ${item}`,
  free: "Let go",

  waiting: "The engine is reading the item table.",
  noModel: "No model has been trained on this data yet. Train one and its items appear here.",
  failed: (why: string) => `This map could not be made. ${why}`,
  goTrain: "Train a model",
  few: "Two items are needed for a map.",

  title: "The items before and after training",
  sub: (attribute: string) => `on the two directions along which they differ most; shapes: ${attribute}`,
  subBare: "on the two directions along which they differ most",
  table: (rows: string, of: string) =>
    `Items with their nearest neighbours, nearest first: ${rows} of ${of}, the most clicked first`,
  columns: {
    item: "Item",
    id: "Number",
    neighboursBefore: "Nearest before",
    sharedBefore: "Share it",
    neighboursAfter: "Nearest after",
    sharedAfter: "Share it after",
    x: (map: string) => `${map}: first axis`,
    y: (map: string) => `${map}: second axis`,
  },
};
