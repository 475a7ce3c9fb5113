// Debian's packages, when nobody is there to be asked and they are ours to install: as root, in continuous integration.
import { ask, must } from "./command.mjs";

/** Installs packages where that is allowed; elsewhere does nothing. */
export async function installDebian(...names) {
  const mayInstall = process.env.CI && process.getuid?.() === 0 && ask("apt-get", ["--version"]);
  if (!mayInstall) return;
  console.log(`Installing Debian's ${names.join(", ")}.`);
  await must("apt-get", ["update"]);
  await must("apt-get", ["install", "--yes", "--no-install-recommends", ...names]);
}
