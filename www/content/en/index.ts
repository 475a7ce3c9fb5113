import { common } from "./common";
import { next } from "./next";
import { panels } from "./panels";
import { session } from "./session";
import { shell } from "./shell";
import { shops } from "./shops";

export const english = { common, next, panels, session, shell, shops };
