import { describe, expect, test } from "vitest";
import { countNumbers, csvText } from "./csv";
import { captionOf } from "./figure";
import { jsonText } from "./json";
import { wholeNumber } from "./wholeNumber";

const facts = [
  { id: "data", name: "Data", value: "Shop: brand loyal, 3,000 sessions", said: "shop: brand loyal" },
  { id: "seed", name: "Seed", value: "212", said: "seed 212" },
  { id: "link", name: "Link", value: "https://lab.example/?s=1.2", said: "" },
];
const table = {
  columns: [
    { label: "Item" },
    { label: "Score, summed", write: String },
    { label: "Right, %", times: 100, write: String },
  ],
  rows: [
    ["Tent", 0.1234567890123, 0.25],
    ['A "35 mm" lens, used', -2, Number.POSITIVE_INFINITY],
    ["Mug", null, 1 / 3],
    ["Bag", Number.NaN, 0],
  ],
};
const text = { title: "Maps", sub: "of the last click", caption: captionOf("Maps", facts), facts, table };

/** Records of fields, as RFC 4180 has them. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, inside, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    row.push(inside?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    rows.push(row);
    row = [];
    if (end === "") break;
  }
  return rows.slice(0, -1);
}

describe("numbers as a file for spreadsheets", () => {
  test("have the caption and the facts as comments, numbers whole, in the unit of their heading, minus as a hyphen", () => {
    expect(csvText(text).split("\r\n")).toEqual([
      "\ufeff# Maps. Shop: brand loyal; seed 212.,,",
      "# Data: Shop: brand loyal; 3000 sessions,,",
      "# Seed: 212,,",
      "# Link: https://lab.example/?s=1.2,,",
      'Item,"Score, summed","Right, %"',
      "Tent,0.1234567890123,25",
      '"A ""35 mm"" lens, used",-2,',
      "Mug,,33.33333333333333",
      "Bag,,0",
      "",
    ]);
  });

  test("have as many fields in every line, whoever reads them", () => {
    const rows = parse(csvText(text));
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 3));
    expect(rows[6]?.[0]).toBe('A "35 mm" lens, used');
  });

  test("run no formula that a name of the data holds", () => {
    const names = ["=HYPERLINK(1)", "+1", "-1 lens", "@sum", "＝1", "\t=1", "a=b", "−5"];
    const csv = csvText({
      caption: "",
      facts: [],
      table: { columns: [{ label: "=Item" }], rows: names.map((one) => [one]) },
    });
    const read = parse(csv).map(([field]) => field);
    expect(read.slice(1)).toEqual([
      "'=Item",
      ...["'=HYPERLINK(1)", "'+1", "'-1 lens", "'@sum", "'＝1", "'\t=1", "a=b", "−5"],
    ]);
  });

  test("keep lists in one field", () => {
    const csv = csvText({
      caption: "",
      facts: [],
      table: { columns: [{ label: "Near" }], rows: [[["Mug", "Cup, large"]]] },
    });
    expect(parse(csv).at(-1)).toEqual(["Mug; Cup, large"]);
  });

  test("are counted, and gaps are not", () => {
    expect(countNumbers({ ...table, rows: table.rows.slice(0, 3) })).toBe(5);
  });
});

describe("numbers for programs", () => {
  test("are records by the names of the columns, with the matrices as they are", () => {
    const nested = { layers: [[Math.fround(0.1), Number.NaN]] };
    const { rows, nested: read, facts: said, columns } = JSON.parse(jsonText("maps", { ...text, nested }));
    expect(columns).toEqual(["Item", "Score, summed", "Right, %"]);
    expect(rows[1]).toEqual({ Item: 'A "35 mm" lens, used', "Score, summed": -2, "Right, %": null });
    expect(read).toEqual({ layers: [[0.1, null]] });
    expect(said[2]).toEqual({ id: "link", name: "Link", value: "https://lab.example/?s=1.2" });
  });

  test("have no matrices where the figure has none", () => {
    expect(JSON.parse(jsonText("loss", { ...text, nested: null }))).not.toHaveProperty("nested");
  });
});

describe("a whole number", () => {
  test("gives the same number back, of 32 bits and of 64", () => {
    for (const value of [0, -0.5, 212, 33161, 1 / 3, 1e-21, 123456.789, 2 ** 40, Math.PI]) {
      expect(wholeNumber(value)).toBe(value);
      expect(Math.fround(wholeNumber(Math.fround(value)))).toBe(Math.fround(value));
    }
    expect(String(wholeNumber(Math.fround(0.1)))).toBe("0.1");
    expect(String(wholeNumber(Math.fround(1 / 3)))).toBe("0.33333334");
  });
});

test("a title that ends a sentence gets no second full stop", () => {
  expect(captionOf("Where do they look?", facts)).toBe("Where do they look? Shop: brand loyal; seed 212.");
  expect(captionOf("Loss", [])).toBe("Loss.");
});
