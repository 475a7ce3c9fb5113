import { expect, test, vi } from "vitest";

const said = (origin: string, data: unknown) => dispatchEvent(Object.assign(new Event("message"), { origin, data }));

test("what is said before anybody listens is heard in its order, of the origin alone, and not without end", async () => {
  const target = new EventTarget();
  vi.stubGlobal("addEventListener", target.addEventListener.bind(target));
  vi.stubGlobal("dispatchEvent", target.dispatchEvent.bind(target));
  const { hearMail, keepMail } = await import("./mail");
  keepMail("https://deck.example");
  said("https://deck.example", 1);
  said("https://other.example", 2);
  said("https://deck.example", 3);
  for (let at = 0; at < 300; at++) said("https://deck.example", "more");
  const heard: unknown[] = [];
  const stop = hearMail(({ data }) => heard.push(data));
  expect(heard.slice(0, 3)).toEqual([1, 3, "more"]);
  expect(heard).toHaveLength(200);
  said("https://deck.example", 4);
  said("https://other.example", 5);
  expect(heard.slice(200)).toEqual([4]);
  stop();
  said("https://deck.example", 6);
  expect(heard).toHaveLength(201);
  vi.unstubAllGlobals();
});
