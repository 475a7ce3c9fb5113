// The page's side of public/service-worker.js: starts it, names the files that it has not seen pass by, has the rest of the page kept
// while nothing else goes on, and hears of a newer build.
import { keepRest, keepsNothing, setKeeper } from "./state/kept";
import { tellNewerBuild } from "./state/newerBuild";
import { savesData } from "./worker/connection";
import { askKeeper } from "./worker/keeper";
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
    const registered = serviceWorker.register(WORKER, { updateViaCache: "none" });
    // Browsers under remote control that forbid it say nothing.
    const registration: ServiceWorkerRegistration | undefined = await registered;
    if (!registration) throw new Error("no service worker");
    const tellLoaded = nameFiles(serviceWorker, registration);
    const known = new Set<ServiceWorker>();
    const meetOnce = async (worker: ServiceWorker | null) => {
      if (!worker || known.has(worker)) return;
      known.add(worker);
      // One of before there were questions gives no answer.
      await meet(worker, registration, tellLoaded).catch(() => undefined);
    };
    hearOfOthers(registration, meetOnce);
    lookForOthers(registration, serviceWorker.controller !== null);
    await serviceWorker.ready;
    await idle();
    await Promise.all([registration.active, registration.waiting].map(meetOnce));
  } catch {
    keepsNothing.value = true;
  }
}

/** Each build has a worker. That of this page keeps its files; one that waits and is of another build is a newer one. */
async function meet(
  worker: ServiceWorker,
  { active }: ServiceWorkerRegistration,
  tellLoaded: () => void,
): Promise<void> {
  const answer = await askKeeper(worker, "look");
  const takesAll = takesUnasked() && !answer.isLocal && !answer.isOff;
  if (answer.isOwn) {
    setKeeper(worker, answer);
    tellLoaded();
    if (!takesAll) return;
    addEventListener("online", () => void keepRest());
    await keepRest();
  } else if (worker !== active) await tellNewerBuild(worker, takesAll);
}

/** A frame in another page, or a visitor who is short of traffic, keeps no more than what was loaded. */
const takesUnasked = () => !savesData() && parent === window;

const idle = () =>
  new Promise((resolve) => ("requestIdleCallback" in globalThis ? requestIdleCallback(resolve) : setTimeout(resolve)));

/** Names files that were loaded before the service worker was there, or that workers of the page load. Returns how to name all anew. */
function nameFiles(serviceWorker: ServiceWorkerContainer, registration: ServiceWorkerRegistration): () => void {
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
  // A file that was under way when the service worker took over passes it by, and is loaded only after.
  new PerformanceObserver((list) => tellLoaded(list.getEntries())).observe({ type: "resource" });
  return tellAll;
}

/** Calls with every worker that comes to wait beside the one that runs. */
function hearOfOthers(registration: ServiceWorkerRegistration, hear: (worker: ServiceWorker) => unknown): void {
  const follow = () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      // The first of all has nobody to wait for.
      if (worker.state === "installed" && registration.active) hear(worker);
    });
  };
  follow();
  registration.addEventListener("updatefound", follow);
}

/** The browser looks by itself at every visit, but says nothing where the page is gone. */
function lookForOthers(registration: ServiceWorkerRegistration, isSecondVisit: boolean): void {
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
