// The importer's English in Korean. Whoever opens files of their own also hears the engine, which reads on from there.
import { engineLines } from "./engineLines";
import { saysBy } from "./engineSays";
import { importLines } from "./importLines";

/** Null where no line of the two has these words. */
export const importSays = saysBy({ ...engineLines, ...importLines });
