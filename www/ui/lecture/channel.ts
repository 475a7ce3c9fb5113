// The wall and the presenter's window, two windows of one browser: the wall says where it is, either may lead. No server.

import type { Lecture } from "../../content/lecture/lecture";
import type { Values } from "../common/values";
import type { Clock } from "./clock";

const NAME = "dif-sr-lecture";

/** What the wall says whenever something of it changes. */
export interface WallState {
  readonly kind: "wall";
  readonly lecture: string;
  /** The lecture itself, where it is none of ours. */
  readonly own: Lecture | null;
  readonly step: string;
  readonly click: number;
  readonly clock: Clock | null;
  readonly isBlack: boolean;
  readonly values: Values;
}

/** What the presenter's window asks of the wall. */
export type Wish =
  | { readonly kind: "hello" }
  | { readonly kind: "next" }
  | { readonly kind: "previous" }
  | { readonly kind: "black" }
  | { readonly kind: "pause" }
  | { readonly kind: "end" }
  | { readonly kind: "go"; readonly step: string; readonly click: number };

export type Message = WallState | Wish | { readonly kind: "ended" };

export interface Channel {
  readonly say: (message: Message) => void;
  readonly close: () => void;
}

export function openChannel(hear: (message: Message) => void): Channel {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
  return { say: (message) => channel.postMessage(message), close: () => channel.close() };
}
