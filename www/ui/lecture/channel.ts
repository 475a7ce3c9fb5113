// The wall and the presenter's window, two windows of one browser: the wall says where it is, either may lead. No server. All windows hear all
// messages, and there may be two walls: each message says of which one it is.

import type { Lecture } from "../../content/lecture/lecture";
import type { Values } from "../common/values";
import type { Clock } from "./clock";

const NAME = "dif-sr-lecture";

/** What the wall says whenever something of it changes. */
export interface WallState {
  readonly kind: "wall";
  readonly wall: string;
  /** When its window became a wall, epoch milliseconds: whoever has lost a wall goes on with one that came later. */
  readonly since: number;
  readonly lecture: string;
  /** The lecture itself, where it is none of ours. */
  readonly own: Lecture | null;
  readonly step: string;
  readonly click: number;
  readonly clock: Clock | null;
  readonly isBlack: boolean;
  readonly values: Values;
}

/** What the presenter's window asks of its wall. */
export type Wish =
  | { readonly kind: "next" }
  | { readonly kind: "previous" }
  | { readonly kind: "black" }
  | { readonly kind: "pause" }
  | { readonly kind: "end" }
  /** What the clock of a wall that was closed had come to. */
  | { readonly kind: "clock"; readonly clock: Clock }
  | { readonly kind: "go"; readonly step: string; readonly click: number };

export type Message =
  | WallState
  | (Wish & { readonly wall: string })
  /** `isClosed`: its window was closed or loaded anew; else the lecture was ended. */
  | { readonly kind: "ended"; readonly wall: string; readonly at: number; readonly isClosed: boolean }
  /** Every wall answers. */
  | { readonly kind: "hello" };

/** What this window is called as a wall, until it is loaded anew. */
export const WALL_ID = Math.random().toString(36).slice(2);

/** Later than the end of the wall that this window was before it was loaded anew. */
export const WALL_SINCE = Date.now();

/** The name of the window that shows the notes to a wall: whoever asks for them again gets the same one. */
export const notesWindow = (wall: string): string => `dif-sr-presenter-${wall}`;

export interface Channel {
  readonly say: (message: Message) => void;
  readonly close: () => void;
}

export function openChannel(hear: (message: Message) => void): Channel {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
  return { say: (message) => channel.postMessage(message), close: () => channel.close() };
}
