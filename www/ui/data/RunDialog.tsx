// The file of a run that was dropped on the page: what it is, where it stands, and whether it is to go on here.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { loadWords, t } from "../../content";
import type { OpenedRun, RunFacts } from "../../engine.ts";
import { client } from "../../state/engine";
import { holder } from "../../state/holder";
import { measured } from "../../state/measured";
import { openModelFile } from "../../state/modelFile";
import { fetchSystems, nearestSystem } from "../../state/systems";
import { until } from "../../state/until";
import { WorkerFailure } from "../../worker/client";
import { Button } from "../common/Button";
import { FactList } from "../common/FactList";
import { inWords, rawText } from "../common/failures";
import { count } from "../common/format";
import { clock, fraction } from "../common/formatMore";
import { Notice } from "../common/Notice";
import { canGoTo, goTo } from "../common/navigation";
import { titled } from "../common/titled";
import { DroppedDialog } from "./DroppedDialog";
import type { Left } from "./dropped";
import { readBytes } from "./readBytes";

interface Dropped {
  readonly name: string;
  readonly size: number;
  /** What came with it and is not taken. */
  readonly left: Left;
  readonly found:
    | { readonly kind: "reading" }
    | { readonly kind: "unreadable" }
    | { readonly kind: "refused"; readonly failure: WorkerFailure }
    | { readonly kind: "run"; readonly run: OpenedRun };
}

const dropped = signal<Dropped | null>(null);
/** What it takes is fetched here: settings, curves and the trainer. */
const ways = () => import("../../state/runFile");

/** Looks at the file, and asks. */
export async function showRun(file: File, left: Left): Promise<void> {
  const { name, size } = file;
  const mine: Dropped = { name, size, left, found: { kind: "reading" } };
  // Another file may come before this one is read.
  const settle = (found: Dropped["found"]) => {
    if (dropped.peek() === mine) dropped.value = { ...mine, found };
  };
  dropped.value = mine;
  await until(() => client.value !== null);
  void fetchSystems();
  const bytes = await readBytes(file);
  if (!bytes) return settle({ kind: "unreadable" });
  try {
    const { lookAtRun } = await ways();
    settle({ kind: "run", run: await lookAtRun(bytes) });
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    settle({ kind: "refused", failure: cause });
  }
}

export function closeRun(): void {
  dropped.value = null;
}

export function RunDialog() {
  const now = dropped.value;
  return (
    <DroppedDialog title={t().data.run.title} file={now} onClose={closeRun}>
      {now && <Found dropped={now} />}
    </DroppedDialog>
  );
}

function Found({ dropped: { name, found } }: { dropped: Dropped }) {
  const words = t().data;
  if (found.kind === "reading") return <p role="status">{client.value ? words.model.reading : words.notReady}</p>;
  if (found.kind === "run") return <Run name={name} run={found.run} />;
  const failure = found.kind === "refused" ? found.failure : null;
  return (
    <Notice isBad raw={failure && rawText(failure)} buttons={<Button onClick={closeRun}>{t().common.close}</Button>}>
      {failure ? words.run.refused(name, inWords(failure)) : words.model.unreadable(name)}
    </Notice>
  );
}

function Run({ name, run }: { name: string; run: OpenedRun }) {
  const words = t().data.run;
  const { facts } = run;
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isOpening, setOpening] = useState(false);
  const goOn = async () => {
    setOpening(true);
    setTrouble(null);
    try {
      // What a run needs is prepared before it goes on.
      await Promise.all([import("../train/Training"), loadWords(["train", "compare", "trouble"])]);
      await (await ways()).goOnWith(run);
      closeRun();
      if (canGoTo("train")) goTo("train");
    } catch (cause) {
      if (!(cause instanceof WorkerFailure)) throw cause;
      setTrouble(inWords(cause));
    } finally {
      setOpening(false);
    }
  };
  const answer = () => {
    closeRun();
    void openModelFile(name, run.best);
  };
  return (
    <>
      <h3>{nearestSystem(facts.config)?.name ?? facts.config.model.kind}</h3>
      <FactList facts={factsOf(facts)} />
      {facts.is_over ? (
        <p class="note">{words.over}</p>
      ) : (
        holder.value !== null && <p class="note">{holder.value === "train" ? words.instead : words.busy}</p>
      )}
      {trouble && <Notice isBad>{words.refused(name, trouble)}</Notice>}
      <div class="notice-buttons">
        {!facts.is_over && (
          <Button look="solid" disabled={isOpening || holder.value === "compare"} onClick={() => void goOn()}>
            {isOpening ? words.opening : words.goOn}
          </Button>
        )}
        {facts.is_over && run.best.length > 0 && (
          <Button look="solid" onClick={answer}>
            {words.bestAnswers}
          </Button>
        )}
        <Button onClick={closeRun}>{t().data.model.leave}</Button>
      </div>
    </>
  );
}

/** What its file says. */
function factsOf({ config, data, step, epoch, total_epochs, evaluations, best_epoch, seconds }: RunFacts) {
  const words = t().data.run;
  const best = evaluations.find((one) => one.epoch === best_epoch);
  const at = best && measured(best.metrics.kept, "ndcg", 10);
  return [
    [words.stands, words.place(count(step), count(epoch), count(total_epochs))],
    [words.best, at ? words.bestAt(`NDCG@10 ${fraction(at.value)}`, count(best_epoch)) : words.unranked],
    [t().models.seed, String(config.training.seed)],
    ...(data ? [[t().models.trainedOn, titled(data.name)] as const] : []),
    [words.time, clock(seconds * 1000)],
  ] as const;
}
