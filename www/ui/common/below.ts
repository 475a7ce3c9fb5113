// What stands below the panels, once it is here: wide screens show it under all of them, narrow ones at the end of the panel about the paper.
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

export const below = signal<ComponentType | null>(null);
