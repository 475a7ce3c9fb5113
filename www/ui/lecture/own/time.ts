// Planned times as lecturers write them: "1:20", "80" or "80 s", "2 min", "2분 30초".
import { MOST_SECONDS } from "./model";

/** Seconds; null: nothing that could be meant, or more than an hour. */
export function readTime(text: string): number | null {
  const plain = text.trim().toLowerCase();
  const [, minutes, seconds] =
    /^(\d{1,3}):([0-5]?\d)$/.exec(plain) ??
    /^(?:(\d{1,3}) ?(?:min|m|분))?(?: ?(\d{1,4}) ?(?:s|sec|초))?$/.exec(plain) ??
    /^()(\d{1,4})$/.exec(plain) ??
    [];
  if (!minutes && !seconds) return null;
  const whole = Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return whole >= 1 && whole <= MOST_SECONDS ? whole : null;
}
