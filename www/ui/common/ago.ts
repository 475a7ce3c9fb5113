import { t } from "../../content";

const MINUTE = 60_000;

/** How long ago it was, as people say it. */
export function ago(time: number): string {
  const { minutes, hours, days } = t().train.interrupted;
  const since = Math.max(0, Date.now() - time);
  if (since < 60 * MINUTE) return minutes(Math.floor(since / MINUTE));
  const whole = Math.floor(since / (60 * MINUTE));
  return whole < 48 ? hours(whole) : days(Math.floor(whole / 24));
}
