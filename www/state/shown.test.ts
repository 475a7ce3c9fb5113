import { expect, it } from "vitest";
import { shownPlaces } from "./shown";

it("a panel is shown while any place of it is, whichever order they come and go in", () => {
  const { isShown, show } = shownPlaces();
  expect(isShown.value).toBe(false);
  const leave = show();
  const leaveNew = show();
  leave();
  expect(isShown.value).toBe(true);
  leaveNew();
  expect(isShown.value).toBe(false);
});
