// Whether the dialog that makes a class link is open; its code is fetched when it is.
import { signal } from "@preact/signals";

export const classLinkOpen = signal(false);
