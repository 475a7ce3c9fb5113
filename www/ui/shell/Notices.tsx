// Notices over the page's foot. What they say is fetched when there is something to say, and once the page is at rest: nobody should
// have to fetch the news that nothing arrives.
import { engine } from "../../state/engine";
import { notices } from "../../state/notices";
import { dataFailure } from "../../state/opened";
import { lazy } from "../common/lazy";

const NoticeList = lazy(async () => (await import("./NoticeList")).NoticeList, ["trouble"]);

export function Notices() {
  const isQuiet = engine.value.phase !== "failed" && !dataFailure.value && notices.value.length === 0;
  return <div class="notices">{!isQuiet && <NoticeList />}</div>;
}
