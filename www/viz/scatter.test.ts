import { describe, expect, test } from "vitest";
import { boxOfText, overlaps, placeText } from "./freePlace";
import { type Direction, fitPoints, nearestPoint, pointTowards, pushApart } from "./scatter";

const FRAME = { x: 10, y: 20, width: 200, height: 100 };

describe("points in a frame", () => {
  test("keep their shape: one scale for both axes, up is more", () => {
    const [a, b, c] = fitPoints(
      [
        [0, 0],
        [4, 0],
        [0, 2],
      ],
      FRAME,
      10,
    );
    expect(b && a && b.x - a.x).toBeCloseTo(160);
    expect(a && c && a.y - c.y).toBeCloseTo(80);
    expect(
      [a, b, c].every((point) => point && point.x >= 20 && point.x <= 200 && point.y >= 30 && point.y <= 110),
    ).toBe(true);
  });

  test("on one spot stand in the middle", () => {
    expect(fitPoints([[3, 3]], FRAME, 10)).toEqual([{ x: 110, y: 70 }]);
  });

  test("are found within reach, the nearest first", () => {
    const points = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
    ];
    expect(nearestPoint(points, { x: 6, y: 1 }, 20)).toBe(1);
    expect(nearestPoint(points, { x: 60, y: 1 }, 20)).toBeNull();
  });
});

describe("arrows between points", () => {
  const points = [
    { x: 50, y: 50 },
    { x: 60, y: 52 },
    { x: 55, y: 90 },
    { x: 20, y: 49 },
    { x: 50, y: 10 },
  ];

  test("lead to the nearest one that lies that way", () => {
    const next = (direction: Direction) => pointTowards(points, 0, direction);
    expect([next("right"), next("left"), next("down"), next("up")]).toEqual([1, 3, 2, 4]);
  });

  test("stay where nothing lies that way", () => {
    expect(pointTowards(points, 4, "up")).toBe(4);
  });

  test("reach every point of a crowd, those on one spot too", () => {
    const crowd = Array.from({ length: 60 }, (_, index) => ({
      x: Math.round(100 + 90 * Math.sin(index * 2.4)),
      y: Math.round(100 + 80 * Math.cos(index * 1.7)),
    }));
    crowd.push({ x: crowd[0]?.x ?? 0, y: crowd[0]?.y ?? 0 });
    const reached = new Set([0]);
    const ways: Direction[] = ["left", "right", "up", "down"];
    for (const index of reached) for (const way of ways) reached.add(pointTowards(crowd, index, way));
    expect(reached.size).toBe(crowd.length);
  });
});

describe("discs that would cover each other", () => {
  const least = (points: readonly { x: number; y: number }[]) =>
    Math.min(...points.flatMap((a, index) => points.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))));

  test("part, inside the frame, also where all want one spot", () => {
    for (const count of [2, 8, 20]) {
      const placed = pushApart(
        Array.from({ length: count }, () => ({ x: 205, y: 25 })),
        18,
        FRAME,
      );
      expect(least(placed)).toBeGreaterThan(17);
      expect(placed.every(({ x, y }) => x <= 201.1 && x >= 18.9 && y >= 28.9 && y <= 111.1)).toBe(true);
    }
  });

  test("stay where they have room", () => {
    const far = [
      { x: 50, y: 50 },
      { x: 90, y: 60 },
    ];
    expect(pushApart(far, 18, FRAME)).toEqual(far);
  });
});

describe("the place of a name", () => {
  const look = { text: "Camera", size: 12 };

  test("is beside its point and covers nothing that is taken, and few marks", () => {
    const point = { x: 110, y: 70 };
    const taken = [{ left: 60, right: 160, top: 72, bottom: 120 }];
    const marks = [{ x: 110, y: 50 }];
    const place = placeText(point, look, [4, 40], { frame: FRAME, taken, marks });
    expect(place).not.toBeNull();
    if (!place) return;
    const box = boxOfText(place, look.text, look.size);
    expect(taken.some((one) => overlaps(one, box))).toBe(false);
    expect(box.left < 110 && box.right > 110 && box.top < 50 && box.bottom > 50).toBe(false);
  });

  test("is nowhere where all is taken", () => {
    const taken = [{ left: 0, right: 300, top: 0, bottom: 300 }];
    expect(placeText({ x: 110, y: 70 }, look, [4], { frame: FRAME, taken, marks: [] })).toBeNull();
  });
});
