// The page's side of public/service-worker.js: starts it, names the files that it has not seen pass by, looks for a newer build, and
// has the rest of the page kept while nothing else goes on.
import { findKeeper, keeping, keepRest, keepsNothing } from "./state/kept";
import { followNewerBuilds } from "./state/newerBuild";
import { savesData } from "./worker/connection";
import { hearOfLoadedFiles } from "./worker/loadedFiles";

const WORKER = `${import.meta.env.BASE_URL}service-worker.js`;
/** A window that stays open for days looks for a newer build when the visitor comes back to it, but not more often than this. */
const LOOK_EVERY_MS = 3_600_000;

/** Once the page answers: what is kept is for the next visit. A browser that does not allow it loses nothing else. */
export async function keepFiles(): Promise<void> {
  // While the page is being worked on, no file carries its hash.
  if (!import.meta.env.PROD) return;
  const { serviceWorker } = navigator;
  try {
    // Absent on plain http; private windows and blocked storage refuse it.
    const registration = await serviceWorker.register(WORKER, { updateViaCache: "none" });
    nameFiles(serviceWorker, registration);
    followNewerBuilds(registration, takesUnasked);
    lookForNewer(registration, serviceWorker.controller !== null);
    await serviceWorker.ready;
    await idle();
    await findKeeper(registration);
  } catch {
    keepsNothing.value = true;
    return;
  }
  if (keeping.peek()?.isLocal || !takesUnasked()) return;
  addEventListener("online", () => void keepRest());
  await keepRest();
}

/** A frame in another page, or a visitor who is short of traffic, keeps no more than what was loaded. */
const takesUnasked = () => !savesData() && parent === window;

const idle = () =>
  new Promise((resolve) => ("requestIdleCallback" in globalThis ? requestIdleCallback(resolve) : setTimeout(resolve)));

/** Files that were loaded before the service worker was there, or that workers of the page load. */
function nameFiles(serviceWorker: ServiceWorkerContainer, registration: ServiceWorkerRegistration): void {
  const tell = (keep: string[]) => {
    // Each knows the files of its own build. One that waits may be that of this page.
    for (const worker of [registration.active, registration.waiting]) worker?.postMessage({ keep });
  };
  const tellLoaded = (loaded: PerformanceEntryList) => tell(loaded.map(({ name }) => name));
  const askWorkers = hearOfLoadedFiles(tell);
  const tellAll = () => {
    tellLoaded(performance.getEntriesByType("resource"));
    askWorkers();
  };
  serviceWorker.addEventListener("controllerchange", tellAll);
  tellAll();
  // A file that was under way when the service worker took over passes it by, and is loaded only after.
  new PerformanceObserver((list) => tellLoaded(list.getEntries())).observe({ type: "resource" });
}

function lookForNewer(registration: ServiceWorkerRegistration, isSecondVisit: boolean): void {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - last < LOOK_EVERY_MS) return;
    last = Date.now();
    registration.update().catch(() => undefined);
  });
  if (isSecondVisit) registration.update().catch(() => leaveIfGone(registration));
}

/** Where the page is no longer published, what is kept of it must not stand in for what has come in its place. */
async function leaveIfGone({ active }: ServiceWorkerRegistration): Promise<void> {
  const answer = await fetch(WORKER, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (answer?.status === 404 || answer?.status === 410) active?.postMessage({ ask: "leave" });
}
