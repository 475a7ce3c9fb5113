import { describe, expect, it } from "vitest";
import type { Choice } from "../../state/shelf";
import { besideOf } from "./opening";

const choice = (system: string, label = ""): Choice => ({
  ...{ key: `${system}${label}`, version: 1, system, name: system, label },
  weights: async () => new Uint8Array(),
});
const ready = ["dif_sr", "sasrecf", "sasrecf-add", "nova"].map((id) => choice(id));
const at = (index: number) => ready[index] ?? null;

describe("the system beside", () => {
  it("adds at the input, unless that one answers", () => {
    expect(besideOf(ready, at(0))?.system).toBe("sasrecf-add");
    expect(besideOf(ready, at(3))?.system).toBe("sasrecf-add");
    expect(besideOf(ready, at(2))?.system).toBe("dif_sr");
    expect(besideOf(ready, null)?.system).toBe("sasrecf-add");
  });

  it("is the one that was chosen, and another one where that is the model that answers", () => {
    const [first, , , nova] = ready;
    expect(besideOf(ready, at(0), nova)?.system).toBe("nova");
    expect(besideOf(ready, at(0), first)?.system).toBe("sasrecf-add");
  });

  it("is another system than one that was trained here and answers", () => {
    expect(besideOf([...ready, choice("sasrecf-add", "run 1")], choice("sasrecf-add", "run 1"))?.system).toBe("dif_sr");
  });

  it("is whatever else there is where none of those is here, and nothing where there is nothing", () => {
    const own = [choice("sasrec", "run 1"), choice("nova", "run 2")];
    expect(besideOf(own, own[0] ?? null)?.system).toBe("nova");
    expect(besideOf(own.slice(0, 1), own[0] ?? null)).toBeNull();
    expect(besideOf([], null)).toBeNull();
  });
});
