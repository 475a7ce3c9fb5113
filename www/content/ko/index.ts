import type { Dictionary } from "..";
import { common } from "./common";
import { next } from "./next";
import { paper } from "./paper";
import { session } from "./session";
import { shell } from "./shell";

export const korean: Dictionary = { common, next, paper, session, shell };
