// What the engine's declarations gain with the systems of the result table; deleted when pkg has them.
import "../pkg/cpu/engine.js";

declare module "../pkg/cpu/engine.js" {
  type SideInformation = "never" | "input" | "attention" | "output" | "loss";

  interface ModelSummary {
    system: string;
    name: string;
    enters: SideInformation[];
    attention: boolean;
  }
  interface Explanation {
    causal: boolean;
    stacks: string[];
  }
  interface PredictRequest {
    model?: string;
  }
  interface ExplainRequest {
    model?: string;
  }
  interface Lab {
    load_model(bytes: Uint8Array, slot?: string): Promise<ModelSummary>;
    drop_model(slot: string): void;
  }
}
