// How much of the page is kept on this machine for use without a network, and the two things that a visitor can do about it.
import { batch, signal } from "@preact/signals";
import { askKeeper, type Keeping, takeAll } from "../worker/keeper";

/** Null until it is known, and where a browser keeps nothing. */
export const keeping = signal<Keeping | null>(null);
/** This browser keeps nothing here: over plain http, in some private windows, or because the visitor forbids it. */
export const keepsNothing = signal(false);
/** Files are being fetched. */
export const isTaking = signal(false);
/** The last attempt has left something out. */
export const fellShort = signal(false);

/** The worker of the build that this page is of. */
let keeper: ServiceWorker | null = null;

export function setKeeper(worker: ServiceWorker, answer: Keeping): void {
  keeper = worker;
  keeping.value = answer;
}

/** The worker is gone, with everything that it kept; it comes back with the next visit. */
export function loseKeeper(): void {
  keeper = null;
  batch(() => {
    keeping.value = null;
    fellShort.value = false;
  });
}

async function ask(question: "look" | "allow" | "forget"): Promise<void> {
  if (keeper) keeping.value = await askKeeper(keeper, question).catch(() => keeping.peek());
}

/** What was loaded since the last look is kept, too. */
export const lookAgain = () => ask("look");

/** Keeps the rest of the page, unless the visitor wants nothing kept. */
export async function keepRest(): Promise<void> {
  if (!keeper || isTaking.peek()) return;
  isTaking.value = true;
  try {
    await takeAll(keeper, (now) => {
      if (keeper) keeping.value = now;
    });
  } catch {
    // What is kept by now is told below.
  }
  batch(() => {
    isTaking.value = false;
    const now = keeping.peek();
    fellShort.value = now !== null && !now.isOff && now.kept < now.of;
  });
}

/** At a press: what was wanted so plainly should not be cleared away when the machine's storage runs short. */
export async function keepAll(): Promise<void> {
  navigator.storage?.persist?.().catch(() => undefined);
  await ask("allow");
  await keepRest();
}

/** Keeps nothing until the visitor asks for it again. */
export async function keepNothing(): Promise<void> {
  fellShort.value = false;
  await ask("forget");
}
