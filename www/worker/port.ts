/** The two things this code needs of a Worker, a MessagePort or a worker's own global scope. Tests hand in a fake. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
}

/** The worker's own end. The page's DOM types describe `self` as a window, whose postMessage differs. */
export function ownPort(): Port {
  return globalThis as unknown as Port;
}
