/** What stands first in the file of a run, and in no file of a model. Its end may be missing: what is wrong with it, the engine says. */
const BEGINS = /^\s*\{\s*"__metadata__"\s*:\s*\{\s*"dif_sr_run"/;
/** The length of the header stands before it. */
const BEFORE = 8;

/** Whether a file is a run that can go on, by its first bytes. */
export async function holdsRun(file: Blob): Promise<boolean> {
  const begin = await file
    .slice(BEFORE, BEFORE + 256)
    .text()
    // It was moved, or is not readable: whoever reads the whole says so.
    .catch(() => "");
  return BEGINS.test(begin);
}
