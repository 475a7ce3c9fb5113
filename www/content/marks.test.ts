import { describe, expect, it } from "vitest";
import { marked, pieces, withoutMarks } from "./marks";

describe("marks of terms", () => {
  it("cut a sentence into text and terms, in order", () => {
    expect(pieces("One [[softmax]] gives [[attention-weight|attention weights]].")).toEqual([
      "One ",
      { term: "softmax", text: "softmax" },
      " gives ",
      { term: "attention-weight", text: "attention weights" },
      ".",
    ]);
  });

  it("show the term as it is written where the sentence gives no other words", () => {
    expect(withoutMarks("[[pre-training]] and [[k-core]]")).toBe("pre-training and k-core");
  });

  it("leave a sentence without any as it is", () => {
    expect(pieces("The scores are added.")).toEqual(["The scores are added."]);
    expect(pieces("")).toEqual([]);
  });

  it("may hold brackets of their own", () => {
    expect(pieces("[[mask-token|[MASK]]] looks")).toEqual([{ term: "mask-token", text: "[MASK]" }, " looks"]);
  });

  it("go where a label is read out", () => {
    expect(withoutMarks(`Validation ${marked("ndcg", "NDCG@10")}`)).toBe("Validation NDCG@10");
  });
});
