import { common } from "./common";
import { compare } from "./compare";
import { data } from "./data";
import { next } from "./next";
import { paper } from "./paper";
import { session } from "./session";
import { shell } from "./shell";
import { side } from "./side";
import { train } from "./train";
import { why } from "./why";

export const english = { common, compare, data, next, paper, session, shell, side, train, why };
