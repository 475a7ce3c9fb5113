import { lazyOpened } from "../common/lazy";

/** Fetched where own data is open: shops do not ask. */
export const SideInformationLater = lazyOpened(
  async () => (await import("./SideInformation")).SideInformation,
  ["compare"],
);
