import { current } from "../../state/current";
import { AllTable } from "./all/AllTable";
import { MapsTable } from "./MapsTable";

/** The numbers of the form on screen: lines have those of the maps. */
export function FormTable() {
  return current.mapForm.value === "all" ? <AllTable /> : <MapsTable />;
}
