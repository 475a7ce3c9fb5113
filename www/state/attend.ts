// A run and the screen: it is kept awake while a run goes on, and a run may rest while nobody can see it.
import type { TrainerClient, TrainerEvent } from "../worker/client";
import { current } from "./current";

type Page = Pick<Document, "hidden" | "addEventListener">;
/** What a browser has of it: some have nothing. */
interface Awake {
  readonly wakeLock?: { request(type: "screen"): Promise<{ release(): Promise<void> }> };
}

/** Called once for a trainer. Both panels that train are followed alike, by what their runs tell. */
export function attend(client: TrainerClient, page: Page = document, browser: Awake = navigator): void {
  let isGoing = false;
  let rests = false;
  const screen = keptAwake(browser);
  const follow = () => screen.want(isGoing && !page.hidden);
  client.on((event) => {
    isGoing = goesOn(event, isGoing);
    // Whoever plays, or ends it, has decided anew.
    if (
      event.type === "finished" ||
      event.type === "crashed" ||
      (event.type === "phase" && event.phase === "starting")
    ) {
      rests = false;
    }
    follow();
  });
  page.addEventListener("visibilitychange", () => {
    if (page.hidden && isGoing && current.restsHidden.peek()) {
      rests = true;
      void client.pause();
    } else if (!page.hidden && rests) {
      rests = false;
      client.play();
    }
    // A browser takes the lock away with the page, and does not give it back by itself.
    follow();
  });
}

function goesOn(event: TrainerEvent, before: boolean): boolean {
  if (event.type === "finished" || event.type === "crashed") return false;
  if (event.type !== "phase") return before;
  return event.phase === "compiling" || event.phase === "running" || event.phase === "evaluating";
}

function keptAwake({ wakeLock }: Awake) {
  let isWanted = false;
  let lock: Promise<{ release(): Promise<void> } | null> | null = null;
  return {
    want(wanted: boolean) {
      if (wanted === isWanted) return;
      isWanted = wanted;
      // Refused on a low battery, for example: nothing depends on it.
      if (wanted) lock = wakeLock?.request("screen").catch(() => null) ?? null;
      else {
        void lock?.then((held) => held?.release()).catch(() => undefined);
        lock = null;
      }
    },
  };
}
