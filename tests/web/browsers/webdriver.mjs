// The WebDriver protocol as far as the journey needs it: https://www.w3.org/TR/webdriver2/. WebKit speaks it over HTTP, Firefox over
// its Marionette socket, with the same commands under other names.
import { locate } from "./inPage.mjs";

/** The key under which the protocol names an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
/** Control and A. */
const SELECT_ALL = "\uE009a";
/** What an element may be for a moment while the page is drawn anew, or while something slides over it. */
const PASSING = /stale element|click intercepted|not interactable|no such element/;
const PATIENCE_MS = 20_000;
const SIZE = { x: 0, y: 0, width: 1366, height: 768 };

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** `send(command, parameters)` resolves to the answer's value; `end()` ends the browser. */
export async function webDriver({ name, version, send, end }) {
  await send("setWindowRect", SIZE);
  const run = (script, args) => send("executeAsync", { script, args });
  const evaluate = async (work, ...args) => {
    const script = `const done = arguments[arguments.length - 1];
      (async () => (${work})(...[...arguments].slice(0, -1)))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await run(script, args);
    if (error !== undefined) throw new Error(`in ${name}: ${error}`);
    return value;
  };
  const find = async (target) => {
    const { value } = await run(`arguments[1]({ value: (${locate})(arguments[0]) })`, [target]);
    if (value === null) throw new Error(`no such element: ${JSON.stringify(target)}`);
    return value[ELEMENT];
  };
  /** Does something to an element, again while it is passing. */
  const act = async (target, work) => {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await work(await find(target));
      } catch (error) {
        if (!PASSING.test(error.message) || Date.now() > end) throw error;
      }
      await wait(100);
    }
  };
  return {
    name: `${name} ${version}`,
    goto: (url) => send("navigate", { url }),
    reload: () => send("refresh", {}),
    evaluate,
    click: (target) => act(target, (id) => send("click", { id })),
    type: (target, text) =>
      act(target, async (id) => {
        // Keys that are held are let go at the end of a command.
        await send("type", { id, text: SELECT_ALL });
        await send("type", { id, text });
      }),
    screenshot: async () => Buffer.from(await send("screenshot", {}), "base64"),
    end,
  };
}
