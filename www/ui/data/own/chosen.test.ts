import { expect, test } from "vitest";
import { chosenFor, saidOf, withSaid } from "./chosen";

const event = { file: "logs.zip/day/events.csv.gz", name: "event" };

test("a column is what is said of it in its own file, else in all, by name or by number", () => {
  const all = { columns: { event: { keep: ["buy"] }, "3": { role: "item" } } };
  expect(chosenFor(all, event, 0)).toEqual({ keep: ["buy"] });
  expect(chosenFor(all, { ...event, name: "sku" }, 2)).toEqual({ role: "item" });
  const own = withSaid(all, event.file, { columns: { event: { keep: ["view"] } } });
  expect(chosenFor(own, event, 0)).toEqual({ keep: ["view"] });
});

test("a file in an archive goes by the last part of its name, too", () => {
  const choices = { files: { "events.csv": { separator: ";" } } };
  expect(saidOf(choices, event.file)).toEqual({ separator: ";" });
  expect(saidOf(choices, "other.csv")).toEqual({});
});
