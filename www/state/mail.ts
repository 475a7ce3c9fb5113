// What the page around this one says before the code that answers is here: it is kept, and heard then in its order.

/** A page may say what it likes: of what comes before anybody listens, so much. */
const MOST = 200;

type Hear = (event: MessageEvent<unknown>) => void;

const kept: MessageEvent<unknown>[] = [];
let hear: Hear = (event) => {
  if (kept.length < MOST) kept.push(event);
};

/** From now on nothing is missed that `origin` says. */
export function keepMail(origin: string): void {
  addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.origin === origin) hear(event);
  });
}

/** Hears what was kept, and then whatever comes. Returns what stops it. */
export function hearMail(listener: Hear): () => void {
  hear = listener;
  for (const event of kept.splice(0)) listener(event);
  return () => {
    hear = () => undefined;
  };
}
