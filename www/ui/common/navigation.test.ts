import { beforeEach, expect, test } from "vitest";
import { PANEL_IDS } from "../../panels";
import { current, set } from "../../state/current";
import { FALLBACKS } from "../../state/fields";
import { canGoTo, goTo, listedPanels, shownPanels } from "./navigation";

const listed = () => listedPanels.value.map(({ id }) => id);

beforeEach(() => set(FALLBACKS));

test("the panels that are left out are led to by nothing", () => {
  set({ hide: ["train", "header"] });
  expect([canGoTo("train"), canGoTo("why")]).toEqual([false, true]);
  goTo("train");
  expect(current.panel.value).toBe("session");
  goTo("paper");
  expect(current.panel.value).toBe("paper");
});

test("of a panel that stands alone or inside another page nothing leads away", () => {
  set({ view: ["next"] });
  expect([listed(), canGoTo("train")]).toEqual([["next"], false]);
  set({ view: [], embed: "why" });
  expect([listed(), canGoTo("why"), canGoTo("train")]).toEqual([["why"], true, false]);
});

test("whatever is left out, a panel is on screen", () => {
  for (const patch of [{ view: ["train"], hide: ["train"] }, { hide: PANEL_IDS }] as const) {
    set({ ...FALLBACKS, ...patch });
    expect(listed()).toEqual(PANEL_IDS);
    expect(shownPanels.value.length).toBeGreaterThan(0);
  }
});
