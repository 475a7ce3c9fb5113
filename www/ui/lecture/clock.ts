// The clock of a lecture: since when it runs, over a reload of this tab. What is planned stands in the lecture.
import { signal } from "@preact/signals";

const KEY = "dif-sr.clock";

export interface Clock {
  /** When it would have begun had it never been paused; epoch milliseconds. */
  readonly began: number;
  /** When it was paused. */
  readonly pausedAt: number | null;
}

function recall(): Clock | null {
  try {
    const { began, pausedAt }: Record<string, unknown> = { ...JSON.parse(sessionStorage.getItem(KEY) ?? "null") };
    return typeof began === "number" ? { began, pausedAt: typeof pausedAt === "number" ? pausedAt : null } : null;
  } catch {
    return null;
  }
}

/** Null: it begins with the first press of Next. */
export const clock = signal<Clock | null>(recall());
/** Ticks while somebody looks at it. */
export const now = signal(Date.now());

function put(value: Clock | null): void {
  clock.value = value;
  now.value = Date.now();
  try {
    if (value) sessionStorage.setItem(KEY, JSON.stringify(value));
    else sessionStorage.removeItem(KEY);
  } catch {
    // It then begins anew after a reload.
  }
}

export const resetClock = (): void => put(null);
/** One that ran in another window goes on here. */
export const takeClock = (running: Clock): void => put(running);

export function startClock(): void {
  if (!clock.peek()) put({ began: Date.now(), pausedAt: null });
}

export function pauseClock(): void {
  const running = clock.peek();
  if (!running) return;
  const { began, pausedAt } = running;
  put(pausedAt === null ? { began, pausedAt: Date.now() } : { began: began + Date.now() - pausedAt, pausedAt: null });
}

/** Seconds that have passed; 0 before it runs. */
export function elapsed({ began, pausedAt }: Clock, at: number): number {
  return Math.max(0, (pausedAt ?? at) - began) / 1000;
}

/** Ticks four times a second; returns what stops it. */
export function tick(): () => void {
  const timer = setInterval(() => {
    now.value = Date.now();
  }, 250);
  return () => clearInterval(timer);
}

/** "3:52" */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
