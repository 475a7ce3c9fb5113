// Which of the files that were dropped on the page are lectures: settings of a run are JSON, too.
import { FORMAT } from "./fileForm";

/** Where a file says what it is. */
const HEAD = 4000;

async function isLecture(file: File): Promise<boolean> {
  const name = file.name.toLowerCase();
  if (name.endsWith(".lecture.json")) return true;
  if (!name.endsWith(".json")) return false;
  const head = await file
    .slice(0, HEAD)
    .text()
    .catch(() => "");
  return head.includes(FORMAT);
}

export async function lecturesAmong(files: readonly File[]): Promise<readonly File[]> {
  const are = await Promise.all(files.map(isLecture));
  return files.filter((_, at) => are[at]);
}
