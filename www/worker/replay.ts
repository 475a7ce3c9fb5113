// What a new engine must be told when the one before has died: what was asked of it and has left something behind, in order.
import type { EngineOperations } from "./protocol";

/** A question as it is put to the engine. */
export type Call = {
  [Op in keyof EngineOperations]: { op: Op; args: EngineOperations[Op]["args"] };
}[keyof EngineOperations];

export class Replay {
  readonly #kept = new Map<string, Call>();

  /** Takes note of a question that the engine has answered. Arrays in it are kept as they are: nobody may change them. */
  note(call: Call): void {
    switch (call.op) {
      case "open":
        // Other data empties every slot.
        this.#kept.clear();
        this.#kept.set("data", call);
        break;
      case "loadModel":
        this.#kept.set(modelIn(call.args.slot), call);
        break;
      case "dropModel":
        this.#kept.delete(modelIn(call.args.slot));
        break;
      default:
      // All others leave nothing behind.
    }
  }

  /** In the order to ask in. */
  get questions(): readonly Call[] {
    return [...this.#kept.values()];
  }
}

function modelIn(slot: string): string {
  return `model ${slot}`;
}
