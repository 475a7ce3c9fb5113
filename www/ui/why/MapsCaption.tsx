import { mapsText } from "./figures";

/** For paper and for readers: what the maps show and what they were made from. */
export function MapsCaption() {
  return <>{mapsText.value.caption}</>;
}
