import { expect, test } from "vitest";
import { browserHelp } from "./browser";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

test("advice follows the browser and, where it matters, the system", () => {
  expect(browserHelp(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`)).toBe("chromium");
  expect(browserHelp(`Mozilla/5.0 (X11; Linux x86_64) ${chrome}`)).toBe("chromiumLinux");
  expect(browserHelp(`Mozilla/5.0 (Linux; Android 14) ${chrome}`)).toBe("chromium");
  expect(browserHelp("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe("firefoxLinux");
  expect(browserHelp("Mozilla/5.0 (Windows NT 10.0; rv:141.0) Gecko/20100101 Firefox/141.0")).toBe("firefox");
  expect(browserHelp("Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15")).toBe("safari");
  expect(browserHelp("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/141.0 Safari/604.1")).toBe("iphone");
  expect(browserHelp("")).toBe("other");
});
