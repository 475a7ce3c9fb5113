import { expect, it } from "vitest";
import { glides } from "./useMovingRows";

it("rows glide after a quiet while and stand at once where lists follow each other quickly", () => {
  const may = glides();
  expect([0, 200, 1200, 2400, 3600].map(may)).toEqual([true, false, false, false, false]);
  expect([5200, 5300, 9000].map(may)).toEqual([true, false, true]);
});
