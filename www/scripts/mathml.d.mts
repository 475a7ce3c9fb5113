import type { Plugin } from "vite";

export function mathmlOf(tex: string): string;
export function readFormulas(text: string, file?: string): Record<string, string>;
export function mathml(): Plugin;
