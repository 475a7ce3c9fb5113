import type { Dictionary } from "..";
import { common } from "./common";

export const korean: Dictionary = { common };
