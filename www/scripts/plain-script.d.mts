import type { Plugin } from "vite";

export function plainScript(name: string, module: string): Plugin;
