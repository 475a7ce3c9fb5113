import type { Plugin } from "vite";

export function beforeScripts(): Plugin;
