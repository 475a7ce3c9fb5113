// Loaded before the benchmark of the other stacks. The last thing it does is to close its server, but the timers of its time limits keep
// it waiting for as long as a limit lasts: it ends with the server instead.
import { Server } from "node:http";

const { close } = Server.prototype;
Server.prototype.close = function (...given) {
  const closed = close.apply(this, given);
  // Once what it has printed is out.
  process.stdout.write("", () => process.exit());
  return closed;
};
