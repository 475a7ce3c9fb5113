// Which port `npm start` asks for.
import { Complaint } from "./command.mjs";

const DEFAULT = 4173;
const MOST = 65_535;

/** `wanted`: what the environment says, if anything. */
export function portOf(wanted) {
  if (wanted === undefined || wanted === "") return DEFAULT;
  const port = Number(wanted);
  if (Number.isInteger(port) && port >= 1 && port <= MOST) return port;
  throw new Complaint(`PORT is ${wanted}; it must be a whole number from 1 to ${MOST}.`);
}
