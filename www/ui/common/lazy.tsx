// What is fetched when it is first needed: code, with the words that it reads. Once; what did not arrive is fetched again at a press, or
// the next time.
import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Attributes, ComponentChildren, ComponentType } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { loadWords, t } from "../../content";
import type { PartName } from "../../content/parts";
import { useAwaited } from "./awaited";
import { Button } from "./Button";
import { fetchMissingStyles } from "./lateStyles";

export interface Needed<Value> {
  /** Null until it is here. */
  readonly here: ReadonlySignal<Value | null>;
  readonly failed: ReadonlySignal<boolean>;
  /** Rejects where something did not arrive. */
  readonly fetch: () => Promise<Value>;
}

export function whenNeeded<Value>(load: () => Promise<Value>, words: readonly PartName[] = []): Needed<Value> {
  const here = signal<Value | null>(null);
  const failed = signal(false);
  let coming: Promise<Value> | null = null;
  const settle = (value: Value | null) =>
    batch(() => {
      here.value = value;
      failed.value = value === null;
    });
  const fetch = () => {
    failed.value = false;
    coming ??= Promise.all([load(), loadWords(words), fetchMissingStyles()]).then(
      ([value]) => {
        settle(value);
        return value;
      },
      (cause: unknown) => {
        coming = null;
        settle(null);
        throw cause;
      },
    );
    return coming;
  };
  return { here, failed, fetch };
}

interface Props<Value> {
  readonly what: Needed<Value>;
  /** What stands in its place until then; nothing does where this is missing. */
  readonly waiting?: string;
  readonly children: (here: Value) => ComponentChildren;
}

/** Draws what is here; fetches it, and says where it did not arrive. */
export function Fetched<Value>({ what, waiting, children }: Props<Value>) {
  // Whether it came is seen.
  const fetch = () => void what.fetch().catch(() => undefined);
  useEffect(fetch, [what]);
  const here = what.here.value;
  useAwaited(here === null && !what.failed.value);
  const retriedIn = useRef<Element | null>(null);
  // The button that was pressed is gone: the focus goes to what came in its place.
  useLayoutEffect(() => {
    const place = retriedIn.current;
    if (here === null || !place || document.activeElement !== document.body) return;
    retriedIn.current = null;
    const first = place.querySelector<HTMLElement>("button:enabled, a[href], input, select, [tabindex]");
    (first ?? place.closest<HTMLElement>("[tabindex]"))?.focus({ preventScroll: true });
  }, [here]);
  if (here !== null) return <>{children(here)}</>;
  if (!what.failed.value) return waiting ? <p class="panel-waiting">{waiting}</p> : null;
  return (
    <div class="panel-waiting" role="alert">
      <p>{t().panels.failed}</p>
      <Button
        onClick={({ currentTarget }) => {
          retriedIn.current = currentTarget.closest(".panel-waiting")?.parentElement ?? null;
          fetch();
        }}
      >
        {t().common.tryAgain}
      </Button>
    </div>
  );
}

/** Components that a panel draws by itself, in the order in which they were declared. */
const declared = new Set<Needed<unknown>>();

/** Fetches them, and those that they declare, one after the other as long as `isWanted`: for whoever may not wait for them later. */
export async function fetchDeclared(isWanted: () => boolean): Promise<void> {
  for (const what of declared) {
    if (!isWanted()) return;
    if (what.here.peek() === null) await what.fetch().catch(() => undefined);
  }
}

/** A component whose code is fetched when it is first drawn. */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  words: readonly PartName[] = [],
): ComponentType<Props> {
  const what = whenNeeded(load, words);
  declared.add(what);
  return drawn(what);
}

/** The same for what the visitor opens: a dialog, a menu. Nothing fetches it ahead. */
export function lazyOpened<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  words: readonly PartName[] = [],
): ComponentType<Props> {
  return drawn(whenNeeded(load, words));
}

function drawn<Props extends object>(what: Needed<ComponentType<Props>>): ComponentType<Props> {
  return (props: Props & Attributes) => <Fetched what={what}>{(Component) => <Component {...props} />}</Fetched>;
}
