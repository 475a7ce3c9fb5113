// `npm run dif-sr -- train --help`: the command line, built where all other builds are.
import { main, run } from "./command.mjs";
import { needCargo } from "./toolchain.mjs";

await main(async () => {
  needCargo();
  process.exitCode = await run("cargo", ["run", "--locked", "--bin", "dif-sr", "--", ...process.argv.slice(2)]);
});
