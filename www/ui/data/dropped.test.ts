import { describe, expect, test } from "vitest";
import { NOTHING_LEFT, sortDropped } from "./dropped";

const file = (name: string, text = "user_id,item_id") => new File([text], name);
const SETTINGS = JSON.stringify({ model: { kind: "dif_sr" }, training: { epochs: 3 } });
const COLUMNS = JSON.stringify({ separator: ";", columns: { when: { role: "time" } } });

async function sorted(...files: File[]) {
  const { model, data, choices, left } = await sortDropped(files);
  return { model: model?.name ?? null, data: data.map(({ name }) => name), choices, left };
}

describe("several files at once", () => {
  test("of two models the first is taken, and the other one named", async () => {
    expect(await sorted(file("a.safetensors"), file("b.SAFETENSORS"))).toEqual({
      model: "a.safetensors",
      data: [],
      choices: null,
      left: { ...NOTHING_LEFT, models: ["b.SAFETENSORS"] },
    });
  });

  test("data comes before the models that are dropped with it, which are named", async () => {
    expect(await sorted(file("a.safetensors"), file("x.csv"), file("b.safetensors.txt"))).toMatchObject({
      model: null,
      data: ["x.csv"],
      left: { models: ["a.safetensors", "b.safetensors.txt"] },
    });
  });

  test("whatever may be data is left to the importer, a picture too, which says what it is", async () => {
    const all = [file("ml (1).inter.txt"), file("ml-100k.zip"), file("photo.png"), file("notes.txt")];
    expect((await sorted(...all)).data).toEqual(["ml (1).inter.txt", "ml-100k.zip", "photo.png", "notes.txt"]);
  });

  test("a JSON file is what stands in it: values, settings of a run, or what columns are for", async () => {
    const found = await sorted(
      file("item2attributes.json", '{"1": ["a", "b"], "2": ["b"]}'),
      file("settings.json", SETTINGS),
      file("columns.json", COLUMNS),
      file("rows.json", '[{"user": 1, "item": 2}]'),
      file("broken.json", '{"columns": '),
      file("lists.json", '{"columns": ["a"], "files": ["b"]}'),
      file("nothing.json", '{"files": null}'),
    );
    expect(found.data).toEqual(["item2attributes.json", "rows.json", "broken.json", "lists.json", "nothing.json"]);
    expect(found.choices).toEqual({ name: "columns.json", choices: JSON.parse(COLUMNS) });
    expect(found.left).toEqual({ models: [], settings: ["settings.json"] });
  });
});
