import { experiment } from "../../state/current";
import { lectureDoor } from "../../state/lecturePlace";
import { writeLink } from "../../state/link";
import { linkBase } from "../../state/linkBase";
import { hash } from "./navigation";

/**
 * The whole address of the state as it is now. The visitor's own habits are in it where they are not everybody's: whoever is sent the
 * link sees the same.
 */
export function stateLink(): string {
  const query = writeLink(experiment.peek(), linkBase.peek());
  return `${location.origin}${location.pathname}${query === "" ? "" : `?${query}`}${lectureDoor.tail || hash.peek()}`;
}
