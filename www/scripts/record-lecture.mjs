// Records the two runs of the lecture, for lecturers whose machine is slower than their clock: trains them in the page itself, at the place
// where the lecture does, and keeps what came of it in www/ready/lecture.json. `node www/scripts/record-lecture.mjs`, after a build.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { startLab } from "../../tests/web/support.mjs";
import { root } from "./places.mjs";

const MOST_MS = 300_000;
/** Of the shop and of the runs. */
const SEED = 212;

const lab = await startLab("cpu");
try {
  const { page } = await lab.openPage({ query: "?lecture=ten&step=train&click=0", ready: false });
  const values = await page.evaluate(
    (most) =>
      new Promise((resolve, reject) => {
        const channel = new BroadcastChannel("dif-sr-lecture");
        const timer = setTimeout(() => reject(new Error("the runs did not end")), most);
        channel.onmessage = ({ data }) => {
          // Only what was trained here has a verdict of the page's own.
          if (data.kind !== "wall" || !data.values.trained_here) return;
          clearTimeout(timer);
          resolve(data.values);
        };
        channel.postMessage({ kind: "hello" });
      }),
    MOST_MS,
  );
  const number = (name) => values[name].value;
  const recorded = {
    ...{ date: new Date().toISOString().slice(0, 10), seed: SEED },
    ...{ decoupled: number("ndcg_dif"), early: number("ndcg_early"), apart: number("trained_apart") === 1 },
    ...{ markov: number("ndcg_markov"), windowed: number("ndcg_window"), ceiling: number("ndcg_best") },
  };
  writeFileSync(path.join(root, "www", "ready", "lecture.json"), `${JSON.stringify(recorded)}\n`);
  console.log(recorded);
} finally {
  await lab.close();
}
