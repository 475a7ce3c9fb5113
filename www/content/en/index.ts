import { common } from "./common";

export const english = { common };
