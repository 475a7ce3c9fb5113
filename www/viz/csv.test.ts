import { expect, test } from "vitest";
import { countNumbers, csvText } from "./csv";
import { captionOf } from "./figure";

const facts = [
  { name: "Data", value: "Shop: brand loyal", said: "shop: brand loyal" },
  { name: "Seed", value: "212", said: "seed 212" },
];
const table = {
  columns: [{ label: "Item" }, { label: "Score, summed", write: String }],
  rows: [
    ["Tent", 0.1234567890123],
    ['A "35 mm" lens, used', -2],
    ["Mug", null],
    ["Bag", Number.NaN],
  ],
};

test("the caption and the facts are comments, numbers are whole, minus is a hyphen", () => {
  expect(csvText({ caption: captionOf("Maps", facts), facts, table })).toBe(
    [
      "# Maps. Shop: brand loyal; seed 212.",
      "# Data: Shop: brand loyal",
      "# Seed: 212",
      'Item,"Score, summed"',
      "Tent,0.1234568",
      '"A ""35 mm"" lens, used",-2',
      "Mug,",
      "Bag,",
      "",
    ].join("\n"),
  );
});

test("numbers are counted, gaps are not", () => {
  expect(countNumbers({ ...table, rows: table.rows.slice(0, 3) })).toBe(2);
});

test("a title that ends a sentence gets no second full stop", () => {
  expect(captionOf("Where do they look?", facts)).toBe("Where do they look? Shop: brand loyal; seed 212.");
  expect(captionOf("Loss", [])).toBe("Loss.");
});
