import type { Core } from "..";
import { common } from "./common";
import { next } from "./next";
import { panels } from "./panels";
import { session } from "./session";
import { shell } from "./shell";
import { shops } from "./shops";

export const korean: Core = { common, next, panels, session, shell, shops };

export { koreanParts } from "./parts";
