import { beforeAll, expect, test } from "vitest";
import { loadWords } from "../../content";
import { entersInWords } from "./systemWords";

beforeAll(() => loadWords(["models"]));

test("a model that makes one vector before queries and keys is called early, as beside the other ways of fusing", () => {
  expect(entersInWords({ id: "nova-gate", enters: ["attention"] })).toBe("early, into queries and keys");
  expect(entersInWords({ id: "dif_sr", enters: ["attention", "loss"] })).toBe("in the attention and in the loss");
  expect(entersInWords({ id: "sasrec", enters: [] })).toBe("not used");
});
