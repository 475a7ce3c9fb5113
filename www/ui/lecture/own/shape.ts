// Values of a file, checked for what they should be, with their place for whoever has to mend them.
import type { Json } from "./json";
import { type Expected, type Left, type Reason, Refused } from "./refusal";

const MOST_FOUND = 40;

/** What stands there, as it can be quoted; empty: nothing. */
function quoted(json: Json): string {
  switch (json.kind) {
    case "text":
      return JSON.stringify(json.value.length > MOST_FOUND ? `${json.value.slice(0, MOST_FOUND)}…` : json.value);
    case "number":
    case "flag":
      return String(json.value);
    case "nothing":
      return "";
    case "list":
      return "[…]";
    case "object":
      return "{…}";
  }
}

/** A value at its place, and what is left out below it. */
export class Shape {
  readonly json: Json;
  readonly place: readonly string[];
  readonly #left: Left[];

  constructor(json: Json, left: Left[], place: readonly string[] = []) {
    this.json = json;
    this.#left = left;
    this.place = place;
  }

  refuse(expected: Expected, found = quoted(this.json)): never {
    throw new Refused({ line: this.json.line, place: this.place.join(" › "), found, expected });
  }

  /** Goes on without it. */
  leave(part?: string, why: Reason = "unknown"): void {
    this.#left.push({ why, line: this.json.line, place: [...this.place, ...(part ? [part] : [])].join(" › ") });
  }

  at(json: Json, name: string): Shape {
    return new Shape(json, this.#left, [...this.place, name]);
  }

  /** By their names; what has no name among `known` is left out, and what has the name of a later one. */
  members<Key extends string>(known: readonly Key[]): Partial<Record<Key, Shape>> {
    if (this.json.kind !== "object") return this.refuse({ kind: "object" });
    const found: Partial<Record<Key, Shape>> = {};
    for (const { name, json } of this.json.again) this.at(json, name).leave(undefined, "twice");
    for (const [name, json] of this.json.members) {
      const key = known.find((one) => one === name);
      const shape = this.at(json, name);
      if (key === undefined) shape.leave();
      else found[key] = shape;
    }
    return found;
  }

  items(most: number): readonly Shape[] {
    if (this.json.kind !== "list") return this.refuse({ kind: "list" });
    const { items } = this.json;
    if (items.length > most) this.refuse({ kind: "few", most }, String(items.length));
    return items.map((json, at) => this.at(json, String(at)));
  }

  text(most: number): string {
    if (this.json.kind !== "text") return this.refuse({ kind: "text" });
    if (this.json.value.length > most) this.refuse({ kind: "short", most }, String(this.json.value.length));
    return this.json.value;
  }

  whole(least: number, most: number): number {
    const { json } = this;
    if (json.kind === "number" && Number.isInteger(json.value) && json.value >= least && json.value <= most)
      return json.value;
    return this.refuse({ kind: "whole", least, most });
  }

  flag(): boolean {
    return this.json.kind === "flag" ? this.json.value : this.refuse({ kind: "flag" });
  }
}
