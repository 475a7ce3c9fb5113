// What somebody has said of files and columns, as the importer takes it (`Choices::of`): of a file by its name, else by the last part of
// it, else of all; of a column by its name, else by its number.
import type { Choices, ColumnChoice, ColumnReport, FileChoices } from "../../../worker/importProtocol";

/** Of `ml.zip/ml-100k/u.data.gz`, `u.data`. */
const baseOf = (file: string) => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.gz$/i, "");

/** What is said of one file alone. */
export function saidOf({ files = {} }: Choices, file: string): FileChoices {
  return files[file] ?? files[baseOf(file)] ?? {};
}

/** What is said of a column; `index` from 0. */
export function chosenFor(
  choices: Choices,
  { file, name }: Pick<ColumnReport, "file" | "name">,
  index: number,
): ColumnChoice {
  const columns = { ...choices.columns, ...saidOf(choices, file).columns };
  return columns[name] ?? columns[String(index + 1)] ?? {};
}

/** The choices with this said of a file. */
export function withSaid(choices: Choices, file: string, said: FileChoices): Choices {
  return { ...choices, files: { ...choices.files, [file]: said } };
}
