// Which of its choices the exercise under way was given, from 1; null: none. A page around this one may choose, too.
import { signal } from "@preact/signals";

export const chosenAnswer = signal<number | null>(null);
