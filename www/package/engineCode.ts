// The code of the CPU engine: the build that this browser runs fastest, fetched and compiled once for everybody on the page.
import { oneModule } from "../worker/engineModule";
import { runsRelaxedSimd, runsSimd } from "../worker/simd";
import { failed } from "./failure";
import { engineFiles } from "./files";

export const engineCode = oneModule(() => (runsRelaxedSimd() ? engineFiles.relaxedSimd : engineFiles.simd).href);

/** Before anything is fetched in vain. */
export function needSimd(): void {
  if (!runsSimd()) throw failed({ code: "no_simd" });
}
