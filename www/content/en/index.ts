import { common } from "./common";
import { next } from "./next";
import { paper } from "./paper";
import { session } from "./session";
import { shell } from "./shell";

export const english = { common, next, paper, session, shell };
