// Asks for the engine that this browser runs fastest, before any other script. The page's own code takes the file that was chosen
// here. index.html runs it as a plain script: see scripts/before-scripts.mjs.
import { runsRelaxedSimd } from "../worker/simd";

const linkTo = (engine: string) => document.querySelector<HTMLLinkElement>(`link[data-engine="${engine}"]`);
// `npm start` serves the page before the faster engine is built.
const chosen = (runsRelaxedSimd() && linkTo("relaxed-simd")) || linkTo("simd");
if (chosen) chosen.rel = "preload";
