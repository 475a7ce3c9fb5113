import type { Core } from "..";
import { common } from "./common";
import { joined } from "./joined";
import { next } from "./next";
import { panels } from "./panels";
import { session } from "./session";
import { shell } from "./shell";
import { shops } from "./shops";

/** Names of goods are data, and stay as they are. */
export const korean: Core = { ...joined({ common, next, panels, session, shell }), shops };

export { koreanParts } from "./parts";
