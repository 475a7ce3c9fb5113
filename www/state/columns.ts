// Columns of numbers that only grow, as those of a long run do. A table is a value: with more rows it is another one, and the old one
// still shows what it showed. Both share one memory, which doubles when it is full: nothing else is ever copied.

const FIRST_ROWS = 256;

interface Memory {
  readonly columns: Map<string, Float32Array>;
  /** Rows that there is room for. */
  room: number;
  /** Rows written by the newest table on this memory. */
  written: number;
}

export class Columns {
  readonly length: number;
  readonly #memory: Memory;

  private constructor(memory: Memory, length: number) {
    this.#memory = memory;
    this.length = length;
  }

  static empty(names: readonly string[]): Columns {
    const columns = new Map(names.map((name) => [name, new Float32Array(FIRST_ROWS)]));
    return new Columns({ columns, room: FIRST_ROWS, written: 0 }, 0);
  }

  /** A table of these columns, all of one length. */
  static of(named: Readonly<Record<string, Float32Array>>): Columns {
    const length = Math.min(...Object.values(named).map((column) => column.length));
    const empty = Columns.empty(Object.keys(named));
    return empty.grown(
      Number.isFinite(length) ? length : 0,
      Object.fromEntries(
        Object.entries(named).map(([name, column]) => [name, (row: number) => column[row] ?? Number.NaN]),
      ),
    );
  }

  /** Copies of all columns, by name. */
  get all(): Readonly<Record<string, Float32Array>> {
    return Object.fromEntries(this.names.map((name) => [name, this.column(name).slice()]));
  }

  get names(): readonly string[] {
    return [...this.#memory.columns.keys()];
  }

  /** Bytes that this table and all it shares its memory with hold. */
  get bytes(): number {
    return 4 * this.#memory.room * this.#memory.columns.size;
  }

  /** A view, not a copy. Empty where there is no such column. */
  column(name: string): Float32Array {
    return this.#memory.columns.get(name)?.subarray(0, this.length) ?? new Float32Array(0);
  }

  /** With more rows. A column that these rows do not name has no numbers in them, one that is new has none before. */
  grown(rows: number, named: Readonly<Record<string, (row: number) => number>>): Columns {
    const length = this.length + rows;
    const memory = this.#memoryFor(length);
    for (const name of Object.keys(named)) {
      if (memory.columns.has(name)) continue;
      memory.columns.set(name, new Float32Array(memory.room).fill(Number.NaN, 0, this.length));
    }
    for (const [name, column] of memory.columns) {
      const value = named[name];
      for (let row = 0; row < rows; row++) column[this.length + row] = value ? value(row) : Number.NaN;
    }
    memory.written = length;
    return new Columns(memory, length);
  }

  /** The first rows alone, in a memory of their own. */
  firstRows(length: number): Columns {
    const kept = Math.min(length, this.length);
    return new Columns(copied(this.#memory, kept, this.#memory.room), kept);
  }

  /** The memory that the rows after the last one go into: its own, unless it is full or another table went on from here. */
  #memoryFor(length: number): Memory {
    const { room, written } = this.#memory;
    if (length <= room && written === this.length) return this.#memory;
    let wanted = room;
    while (wanted < length) wanted *= 2;
    return copied(this.#memory, this.length, wanted);
  }
}

function copied(memory: Memory, rows: number, room: number): Memory {
  const columns = new Map<string, Float32Array>();
  for (const [name, column] of memory.columns) {
    const copy = new Float32Array(room);
    copy.set(column.subarray(0, rows));
    columns.set(name, copy);
  }
  return { columns, room, written: rows };
}
