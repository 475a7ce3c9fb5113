// The address of what is on screen, as it is copied, sent, and told to the page around this one.
import { experiment } from "../../state/current";
import { lectureDoor } from "../../state/lecturePlace";
import { writeLink } from "../../state/link";
import { linkBase } from "../../state/linkBase";
import { hash } from "./navigation";

/** This page's address with a query string. */
export function addressOf(query: string): string {
  return `${location.origin}${location.pathname}${query === "" ? "" : `?${query}`}`;
}

/**
 * The whole address of the state as it is now. The visitor's own habits are in it where they are not everybody's: whoever is sent the
 * link sees the same.
 */
export const stateLink = (): string =>
  `${addressOf(writeLink(experiment.peek(), linkBase.peek()))}${lectureDoor.tail || hash.peek()}`;
