// What runs on its own once the page has answered, and is not seen by anybody who only looks.
import { keepFiles } from "./keepFiles";
import { followBarColour } from "./ui/shell/barColour";
import "./styles/print.css";

export async function atRest(): Promise<void> {
  followBarColour();
  await keepFiles();
}
