// Problems of one kind in one column of one file, as one: the importer lists the first rows one by one.
import type { Problem } from "../../../worker/importProtocol";

export interface Kind {
  /** The first, which speaks for all. */
  readonly first: Problem;
  /** The others that are listed, in the order of the file. */
  readonly others: readonly Problem[];
  /** How many rows, listed or not. */
  readonly count: number;
}

export function kindsOf(problems: readonly Problem[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.code, problem.file, problem.column]);
    const kind = kinds.get(key);
    kinds.set(key, {
      first: kind?.first ?? problem,
      others: kind ? [...kind.others, problem] : [],
      count: (kind?.count ?? 0) + problem.count,
    });
  }
  return [...kinds.values()];
}
