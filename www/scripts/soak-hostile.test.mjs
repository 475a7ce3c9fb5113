import { expect, test } from "vitest";
import { hostileMessage, hostileQuery, LINK_KEYS, numbers, PARSED, STRANGERS_KEY } from "./soak-hostile.mjs";

const links = (seed, count) => {
  const pick = numbers(seed);
  return Array.from({ length: count }, () => hostileQuery(pick));
};

test("the same seed makes the same links, another one others", () => {
  expect(links(1, 5)).toEqual(links(1, 5));
  expect(links(1, 5)).not.toEqual(links(2, 5));
});

test("a few hundred links hold every key of the page, and markup", () => {
  expect(LINK_KEYS.length).toBeGreaterThan(40);
  const all = links(1, 400).join("&");
  expect(LINK_KEYS.filter((key) => !all.includes(`${key}=`))).toEqual([]);
  expect(all).toContain(encodeURIComponent(`<img ${PARSED}`));
});

test("strangers set what the page around never sets, and messages can be posted", () => {
  const pick = numbers(3);
  for (let index = 0; index < 500; index++) {
    const [own, strange] = [hostileMessage(pick, true), hostileMessage(pick, false)];
    expect(own?.type === "set" && Object.hasOwn(own.patch ?? {}, STRANGERS_KEY)).toBe(false);
    expect(strange.patch[STRANGERS_KEY]).toBeGreaterThan(0);
    expect(() => structuredClone([own, strange])).not.toThrow();
  }
});
