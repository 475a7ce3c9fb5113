// Runs before any script of the page, in every browser alike, and writes down what goes wrong: `globalThis.faults`.
globalThis.faults = [];
{
  const { faults } = globalThis;
  const onError = ({ message, target }) => {
    // A size that changes while sizes are told is told with the next frame: nothing is lost.
    if (message?.startsWith("ResizeObserver loop")) return;
    faults.push(`error: ${message ?? `${target.outerHTML} did not load`}`);
  };
  addEventListener("error", onError, true);
  addEventListener("unhandledrejection", ({ reason }) => faults.push(`unhandled: ${reason}`));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    faults.push(`forbidden by ${violatedDirective}: ${blockedURI}`);
  });
  const { error } = console;
  console.error = (...given) => {
    faults.push(`console: ${given.join(" ")}`);
    error.apply(console, given);
  };
}
