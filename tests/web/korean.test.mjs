// Korean all through: what the shops sell, what the engine says, every panel, menu and dialog. Data and links stay as they are.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { latinIn, leftOver, textsOf } from "./latin.mjs";
import { HANDHELD, nextTexts, PANELS, STILL, startLab, until, WIDE } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const open = (query = "", options = {}) => lab.openPage({ ...STILL, ...options, query: `?lang=ko${query}` });

/** Everything on screen answers the state. */
const settled = (page) =>
  // Not by frames: a window behind another one draws none.
  page.waitForFunction(() => document.documentElement.dataset.ready === "true", null, {
    timeout: 60_000,
    polling: 100,
  });

/** Opens all that is folded in a part of the page, and what is folded in that. */
async function unfold(page, part = "main") {
  for (let depth = 0; depth < 3; depth++) {
    for (const summary of await page.locator(`:is(${part}) details:not([open]) > summary`).all())
      if (await summary.isVisible()) await summary.click();
  }
}

/** Words come with what is pressed: until the screen holds still. */
async function still(page) {
  let before = "";
  await until(
    async () => {
      const last = before;
      before = (await textsOf(page)).join();
      return before === last;
    },
    (is) => is,
    { every: 150, what: "a screen that holds still" },
  );
}

async function assertKorean(page, where) {
  await still(page);
  assert.deepEqual(await leftOver(page), [], where);
}

/** Where in the paragraphs on screen a line begins in the middle of a word, each as "20.5 % | 에서". */
const brokenWords = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main p")]
      .filter((paragraph) => paragraph.checkVisibility() && getComputedStyle(paragraph).display === "block")
      .flatMap((paragraph) => {
        const found = [];
        const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        let [said, last] = ["", null];
        for (let text = texts.nextNode(); text; text = texts.nextNode())
          for (let at = 0; at < text.length; at++) {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            const { width, top, bottom } = range.getBoundingClientRect();
            const letter = text.data[at];
            const isLetter = /[가-힣]/.test(letter);
            // What joins is drawn in no place.
            if (width === 0 && !/\s/.test(letter)) continue;
            if (isLetter && last !== null && top >= last)
              found.push(`${said.slice(-12)} | ${text.data.slice(at, at + 6)}`);
            [said, last] = [said + letter, /\s/.test(letter) ? null : bottom - 4];
          }
        return found;
      }),
  );

/** What lies over the page. */
const OVER = ":popover-open, dialog[open]";

const step = (page, at) => page.locator("#session .step-body").nth(at);
const search = (page) => page.locator("#session input[type=search]");
const tiles = (page) => page.locator("#session .tile-name");

describe("what counts as English", () => {
  test("is every word but names, formulas and code", () => {
    assert.deepEqual(latinIn("돔 텐트, Dome tent, DIF-SR (gate), NDCG@10 0.3, 3.1 ms"), ["Dome", "tent"]);
    assert.deepEqual(latinIn("상점: brand loyal"), ["brand", "loyal"]);
    assert.deepEqual(latinIn("파일 하나를 .inter로"), []);
  });
});

describe("the goods of a shop", () => {
  test("have their Korean names before anything is painted in English, and nothing moves for them", async () => {
    const { page, assertClean, close } = await open("", {
      before: (page) =>
        page.addInitScript(() => {
          globalThis.painted = [];
          globalThis.shifts = 0;
          const look = () => {
            const names = document.querySelectorAll(".tile-name, .step-name, .prediction-name, .item-value-name");
            globalThis.painted.push(...[...names].map(({ textContent }) => textContent));
          };
          new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) globalThis.shifts += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
        }),
    });
    await settled(page);
    const { names, shifts } = await page.evaluate(() => ({
      names: [...new Set(globalThis.painted)],
      shifts: globalThis.shifts,
    }));
    assert.ok(names.length > 30, `${names.length} names were painted`);
    assert.deepEqual(
      names.filter((name) => latinIn(name).length > 0),
      [],
    );
    assert.ok(shifts < 0.02, `the layout shifted by ${shifts}`);
    assertClean();
    await close();
  });

  test("have them wherever they stand: session, list, titles, announcements, the next panel, the other language and back", async () => {
    const { page, assertClean, close } = await open();
    assert.equal(await step(page, 0).locator(".step-name").innerText(), "돔 텐트");
    assert.deepEqual(await step(page, 0).locator(".item-value-name").allInnerTexts(), ["캠핑", "카무리", "2"]);
    assert.equal(
      await step(page, 0).getAttribute("title"),
      "돔 텐트: 카테고리: 캠핑, 텐트; 브랜드: 카무리; 가격대: 4단계 중 2",
    );
    await page.getByRole("button", { name: "법랑 머그 삭제" }).click();
    await page.getByText("법랑 머그 삭제, 아이템 6개 남음").waitFor({ state: "attached" });
    await page.waitForURL(/[?&]s=/);
    const link = page.url();
    await page.getByRole("radio", { name: "EN" }).check();
    await until(
      () => step(page, 0).locator(".step-name").innerText(),
      (name) => name === "Dome tent",
      { what: "the English name" },
    );
    const english = await nextTexts(page);
    assert.ok(english.every((text) => !/[가-힣]/.test(text)));
    await page.getByRole("radio", { name: "한국어" }).check();
    await until(
      () => step(page, 0).locator(".step-name").innerText(),
      (name) => name === "돔 텐트",
      { what: "the Korean name" },
    );
    assert.equal(new URL(page.url()).searchParams.get("s"), new URL(link).searchParams.get("s"));
    assertClean();
    await close();
  });

  test("are found by their Korean and by their English names, with and without the space, and so are their values", async () => {
    const { page, close } = await open();
    for (const [query, found] of [
      ["돔 텐트", ["돔 텐트"]],
      ["돔텐트", ["돔 텐트"]],
      ["dome tent", ["돔 텐트"]],
      ["오스트렐 짐벌", ["휴대폰 짐벌"]],
      ["ostrel gimbal", ["휴대폰 짐벌"]],
    ]) {
      await search(page).fill(query);
      await until(
        () => tiles(page).allInnerTexts(),
        (names) => names.join() === found.join(),
        { what: `what “${query}” finds` },
      );
    }
    await search(page).fill("");
    await page.getByRole("button", { name: "카테고리 필터" }).click();
    const values = page.locator(".popover .facet-value");
    for (const query of ["텐트", "tent"]) {
      await page.locator(".facet-find").fill(query);
      await until(
        async () => (await values.allInnerTexts()).map((text) => text.split("\n")[0]).join(),
        (names) => names === "캠핑,텐트",
        { what: `the values that “${query}” finds` },
      );
    }
    await close();
  });

  test("keep their names in saved figures and tables", async () => {
    const { page, close } = await open("&panel=why");
    await settled(page);
    const figure = page.locator("[data-figure=row]");
    const saved = async (as) => {
      await figure.getByRole("button", { name: "그림 저장" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(`[data-save-as=${as}]`).click(),
      ]);
      return readFileSync(await download.path(), "utf8");
    };
    for (const as of ["svg", "csv"]) {
      const text = await saved(as);
      assert.ok(text.includes("콤팩트 카메라"), as);
      const words = as === "svg" ? [...text.matchAll(/>([^<]+)</g)].map(([, one]) => one) : text.split("\n");
      assert.deepEqual(words.flatMap(latinIn), [], as);
    }
    await close();
  });

  test("that a visitor brings keep their own names, also where ours are called the same", async () => {
    const { page, close } = await open("&panel=session");
    const clicks = ["Dome tent", "Gas stove", "Enamel mug", "Camera"];
    const rows = ["ann", "bob", "cat"].flatMap((user) => clicks.map((item, at) => `${user}\t${item}\t${at}`));
    const items = clicks.map((item) => `${item}\tCamping`);
    await drop(page, [
      ["mine.inter", `user_id:token\titem_id:token\ttimestamp:float\n${rows.join("\n")}\n`],
      ["mine.item", `item_id:token\tcategory:token\n${items.join("\n")}\n`],
    ]);
    const dialog = page.getByRole("dialog", { name: "데이터" });
    await dialog.getByRole("button", { name: /얼마나 쓸까요/ }).click();
    await dialog.getByLabel(/최소 클릭 수/).fill("1");
    await dialog.getByRole("button", { name: "클릭 12개 열기" }).click();
    await dialog.getByRole("button", { name: "세션 만들기" }).click();
    await until(
      async () => (await tiles(page).allInnerTexts()).sort(),
      (names) => names.join() === [...clicks].sort().join(),
      { what: "the names of the file" },
    );
    await close();
  });
});

describe("a page in Korean", () => {
  test("has as many panels as the page", () => assert.ok(PANELS.length >= 14, PANELS.join()));

  for (const panel of PANELS) {
    test(`has no English in a panel, folded or open, drawn or as a table: ${panel}`, { timeout: 120_000 }, async () => {
      const { page, assertClean, close } = await open(`&panel=${panel}`);
      await settled(page);
      await assertKorean(page, panel);
      await unfold(page);
      for (const toggle of await page.locator("main button[aria-pressed=false]").all()) {
        if ((await toggle.isVisible()) && (await toggle.isEnabled())) await toggle.click();
      }
      await settled(page);
      await assertKorean(page, `${panel}, all of it open`);
      assertClean();
      await close();
    });
  }

  for (const [what, options, panel] of [
    ["wide", { viewport: WIDE }, "paper"],
    ["a phone", HANDHELD, "session"],
  ]) {
    test(`has no English in menus and dialogs: ${what}`, { timeout: 180_000 }, async () => {
      const { page, assertClean, close } = await open(`&panel=${panel}`, options);
      await settled(page);
      const openers = page.locator("header button, nav button, #session .panel-head button, #session .facet");
      let opened = 0;
      for (const opener of await openers.all()) {
        const name = await opener.evaluate((one) => one.ariaLabel ?? one.textContent);
        // The other language, and what empties the session.
        if (!(await opener.isVisible()) || !(await opener.isEnabled()) || /EN$|비우기/.test(name)) continue;
        await opener.click();
        await still(page);
        if ((await page.locator(OVER).count()) > 0) opened += 1;
        await unfold(page, OVER);
        await assertKorean(page, `behind “${name}”`);
        while ((await page.locator(OVER).count()) > 0) await page.keyboard.press("Escape");
      }
      assert.ok(opened >= 6, `${opened} menus and dialogs`);
      assertClean();
      await close();
    });
  }

  test("begins no line with a particle alone: after a sign, a quote or a term that can be pressed", async () => {
    for (const panel of ["cause", "rank", "paper", "truth"]) {
      const { page, close } = await open(`&panel=${panel}`, HANDHELD);
      await settled(page);
      await unfold(page);
      await still(page);
      assert.deepEqual(await brokenWords(page), [], panel);
      await close();
    }
  });

  test("has none in the dialog of class links, in a saved figure's menu and in the explanation of a term", async () => {
    const { page, close } = await open("&panel=why");
    await settled(page);
    await page.locator("[data-figure=maps]").getByRole("button", { name: "그림 저장" }).click();
    await assertKorean(page, "the menu of a figure");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "강의", exact: true }).click();
    await page.getByRole("button", { name: "수업 링크 만들기" }).click();
    await page.getByRole("dialog", { name: "수업 링크 만들기" }).waitFor();
    await assertKorean(page, "class links");
    await page.keyboard.press("Escape");
    await page.locator("#why [data-term=softmax]").hover();
    const tip = page.getByRole("tooltip");
    await tip.waitFor();
    assert.match(await tip.innerText(), /^소프트맥스 · softmax\n+한 줄의 수를/);
    await page.mouse.move(5, 5);
    await tip.waitFor({ state: "detached" });
    await page.locator("#why [data-term=layer]").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    await tip.getByText("레이어 · layer").waitFor();
    await close();
  });

  test("has none where a lecture of one's own is made: the list, a step, its words, the link", async () => {
    const { page, assertClean, close } = await open();
    await page.getByRole("button", { name: "강의", exact: true }).click();
    await page.getByRole("button", { name: "나만의 강의 만들기" }).click();
    const dialog = page.getByRole("dialog", { name: "나만의 강의" });
    await assertKorean(page, "the list of lectures");
    await dialog.getByRole("button", { name: /^5분/ }).click();
    await dialog.getByRole("list", { name: "단계의 순서" }).waitFor();
    await assertKorean(page, "a lecture");
    await dialog
      .getByRole("button", { name: /부가 정보/ })
      .first()
      .click();
    await unfold(page, OVER);
    await assertKorean(page, "a step of it");
    await dialog.getByRole("button", { name: "링크로 나누기" }).click();
    await assertKorean(page, "its link");
    assertClean();
    await close();
  });

  test("has none while it trains and compares, and in what stays of it", { timeout: 180_000 }, async () => {
    const { page, close } = await open("&panel=train&set=training.epochs:1");
    await page.locator("#train").getByRole("button", { name: "시작", exact: true }).click();
    await page.getByText("끝났습니다: 1 에포크.").first().waitFor({ timeout: 60_000 });
    await unfold(page);
    await assertKorean(page, "a run that has ended");
    await page.goto(`${lab.origin}/?lang=ko&panel=compare&cmp=dif_sr.sasrecf&cmp-epochs=1`);
    await page.locator("#compare").getByRole("button", { name: "모두 학습" }).click();
    await page.getByText("모든 실행이 끝났습니다.").first().waitFor({ timeout: 120_000 });
    await unfold(page);
    await assertKorean(page, "a comparison that has ended");
    await close();
  });

  test("has none on the wall, step by step, and in the presenter's window", { timeout: 180_000 }, async () => {
    const { page, context, close } = await open("&lecture=five", { ready: false });
    await page.locator("[data-wall-title]").waitFor();
    const [notes] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("p")]);
    await notes.getByText("지금 화면").waitFor();
    const seen = [];
    for (;;) {
      await settled(page);
      const { step: name, click } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
      const place = `${name}:${click}`;
      if (seen.at(-1) === place) break;
      seen.push(place);
      await until(
        () => page.locator(".wall-head").innerText(),
        (words) => !words.includes("…"),
        { what: `the numbers of ${place}` },
      );
      assert.deepEqual(await leftOver(page), [], `the wall at ${place}`);
      assert.deepEqual(await leftOver(notes), [], `the notes at ${place}`);
      await page.keyboard.press("PageDown");
    }
    assert.ok(seen.length > 20, seen.join());
    await close();
  });
});

const drop = (page, files) =>
  page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const [name, content] of all) transfer.items.add(new File([content], name));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true, bubbles: true }));
  }, files);

describe("what goes wrong", () => {
  test("with files is told in Korean: where, what was found, what should be there and what to do", async () => {
    const { page, close } = await open();
    for (const [name, content, words] of [
      ["empty.inter", "", /empty\.inter: 읽은 내용은 빈 파일/],
      [
        "times.inter",
        "user_id:token\titem_id:token\ttimestamp:float\nu1\ti1\t1\nu1\ti2\t어제\n",
        /times\.inter, 3번째 줄: 읽은 내용은 .*어제/,
      ],
      ["page.inter", "<!DOCTYPE html><html><body></body></html>", /page\.inter: 읽은 내용은 웹 페이지/],
    ]) {
      await drop(page, [[name, content]]);
      const alert = page.getByRole("dialog", { name: "데이터" }).getByRole("alert");
      await alert.getByText(words).waitFor();
      assert.deepEqual(latinIn((await alert.innerText()).replaceAll(/[\w-]+\.(?:inter|csv)|RecBole/g, "")), [], name);
      await page.reload();
      await settled(page);
    }
    await close();
  });

  test("with models and settings is told in Korean, with the engine's own words behind the details", async () => {
    const { page, close } = await open("&panel=train");
    await drop(page, [["broken.safetensors", "not a model at all, only text"]]);
    const dialog = page.getByRole("dialog", { name: "이 모델로 답할까요?" });
    await dialog
      .getByText(/broken\.safetensors 파일을 쓸 수 없습니다\. .*이 프로그램이 저장한 safetensors 파일/)
      .waitFor();
    await page.keyboard.press("Escape");
    const train = page.locator("#train");
    await train.getByRole("button", { name: /^설정 \d+개 모두$/ }).click();
    const buffer = Buffer.from('{"model": {"kind": "dif_sr"}, "training": {"epoch": 3}}');
    await train
      .locator('input[type="file"]')
      .setInputFiles({ name: "mine.json", mimeType: "application/json", buffer });
    const refusal = train.getByRole("alert");
    await refusal.getByText(/이 파일은 쓸 수 없습니다/).waitFor();
    await refusal.getByText("기술 정보").click();
    await refusal.getByText(/설정 파일 전체: 모르는 항목 `epoch`\(가능한 값: `learning_rate`/).waitFor();
    await refusal
      .locator("[lang=en]")
      .getByText(/unknown field `epoch`/)
      .waitFor();
    await close();
  });

  test("with a link is told in Korean, and names its parts as they are written", async () => {
    const { page, close } = await open("&s=1.2.999&layer=abc&moon=full");
    const notice = page.locator(".notices");
    await notice.getByText(/쓸 수 없어 뺐습니다/).waitFor();
    await until(
      () => notice.innerText(),
      (text) => ["999", "layer=abc", "moon=full"].every((part) => text.includes(part)),
      { what: "all parts that were left out" },
    );
    await close();
  });
});
