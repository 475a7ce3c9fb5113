// Notices over the page's foot. What they say is fetched when there is something to say, and once the page is at rest: news that nothing
// arrives should not have to be fetched.
import { engine } from "../../state/engine";
import { notices } from "../../state/notices";
import { dataFailure } from "../../state/opened";
import { Fetched, whenNeeded } from "../common/lazy";

const list = whenNeeded(async () => (await import("./NoticeList")).NoticeList, ["trouble"]);

export const fetchNotices = list.fetch;

export function Notices() {
  const isQuiet = engine.value.phase !== "failed" && !dataFailure.value && notices.value.length === 0;
  return <div class="notices">{!isQuiet && <Fetched what={list}>{(List) => <List />}</Fetched>}</div>;
}
