import { expect, test } from "vitest";
import { loadWords, useLanguage } from "../../../content";
import { reasonSaid } from "./said";

test("a reason names a form as people do, in both languages", async () => {
  await loadWords(["imported", "trouble"]);
  await useLanguage("en");
  expect(reasonSaid("so named in movielens-csv")).toBe("so named in MovieLens");
  expect(reasonSaid("in this place in movielens-100k")).toBe("in this place in MovieLens-100K");
  expect(reasonSaid("so named in a form of next year")).toBe("so named in a form of next year");
  await useLanguage("ko");
  await loadWords(["imported", "trouble"]);
  expect(reasonSaid("so named in lastfm-1k")).toBe("Last.fm 1K에서 쓰는 이름");
  await useLanguage("en");
});
