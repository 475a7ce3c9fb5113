import { describe, expect, it } from "vitest";
import { MARGIN, place } from "./placement";

const WINDOW = { width: 1000, height: 700 };
const button = (left: number, top: number) => ({ left, right: left + 80, top, bottom: top + 30 });

describe("place", () => {
  it("stands under its button, at the same edge", () => {
    const found = place(button(200, 50), { width: 300, height: 200 }, WINDOW, "start");
    expect(found).toEqual({ left: 200, side: "top", offset: 84, height: 608 });
    expect(place(button(600, 50), { width: 300, height: 200 }, WINDOW, "end").left).toBe(380);
  });

  it("is cut at neither edge of the window", () => {
    expect(place(button(900, 50), { width: 300, height: 200 }, WINDOW, "start").left).toBe(1000 - MARGIN - 300);
    expect(place(button(40, 50), { width: 300, height: 200 }, WINDOW, "end").left).toBe(MARGIN);
    expect(place(button(40, 50), { width: 2000, height: 200 }, WINDOW, "end").left).toBe(MARGIN);
  });

  it("uses all the room below before it scrolls", () => {
    expect(place(button(40, 50), { width: 300, height: 5000 }, WINDOW, "start").height).toBe(608);
  });

  it("grows upwards where there is more room above", () => {
    const found = place(button(40, 600), { width: 300, height: 400 }, WINDOW, "start");
    expect(found).toEqual({ left: 40, side: "bottom", offset: 104, height: 588 });
  });

  it("covers its button in a window that has room on neither side", () => {
    const found = place(button(40, 80), { width: 300, height: 400 }, { width: 340, height: 190 }, "start");
    expect(found).toEqual({ left: 32, side: "top", offset: MARGIN, height: 174 });
  });
});
