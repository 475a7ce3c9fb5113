import { lazy } from "./lazy";

/** Stands in the menus where one asks whether the page will run elsewhere, too. */
export const KeptHere = lazy(async () => (await import("./Kept")).Kept, ["kept"]);
