import { describe, expect, test, vi } from "vitest";
import { Connection } from "./connection";
import { deleteDatabase } from "./database";
import { fakeStorage } from "./fakeStorage";

const SHAPE = { name: "things", version: 1, upgrade: () => undefined };

async function open() {
  const storage = fakeStorage();
  const connection = await Connection.open(storage.factory, SHAPE);
  const put = (name: string) => connection.write(["all"], (store) => void store("all").put(name, name));
  const all = () => connection.read<string[]>("all", (store) => store.getAll());
  return { ...storage, connection, put, all };
}

describe("the way to a database", () => {
  test("lets go when everything is deleted, makes nothing anew by itself, and comes back with the next that is kept", async () => {
    const { connection, factory, databases, put, all } = await open();
    const emptied = vi.fn();
    connection.onEmptied = emptied;
    await put("a");
    expect(await deleteDatabase(factory, "things")).toBe(true);
    expect([emptied.mock.calls.length, await connection.isThere(), [...databases.keys()]]).toEqual([1, false, []]);
    await put("b");
    expect([await all(), connection.lasting, await connection.isThere()]).toEqual([["b"], true, true]);
  });

  test("sees what another tab has kept since", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { connection, factory, put } = await open();
    await put("a");
    await deleteDatabase(factory, "things");
    const other = await Connection.open(factory, SHAPE);
    await other.write(["all"], (store) => void store("all").put("b", "b"));
    vi.setSystemTime(Date.now() + 10_000);
    expect(await connection.isThere()).toBe(true);
    expect(await connection.read("all", (store) => store.getAll())).toEqual(["b"]);
    vi.useRealTimers();
  });

  test("writes all or nothing: a disk that is full is told by its name", async () => {
    const { connection, disk, all } = await open();
    const write = connection.write(["all"], (store) => {
      store("all").put("a", "a");
      disk.full = true;
    });
    await expect(write).rejects.toMatchObject({ name: "QuotaExceededError" });
    disk.full = false;
    const thrown = connection.write(["all"], (store) => {
      store("all").put("b", "b");
      throw new DOMException("at once", "QuotaExceededError");
    });
    await expect(thrown).rejects.toMatchObject({ name: "QuotaExceededError" });
    expect(await all()).toEqual([]);
  });

  test("that another tab holds up says so, and waits no longer", async () => {
    vi.useFakeTimers();
    const request = { onblocked: () => undefined };
    const factory = { deleteDatabase: () => request } as unknown as IDBFactory;
    const deleting = deleteDatabase(factory, "things");
    request.onblocked();
    await vi.advanceTimersByTimeAsync(3000);
    expect(await deleting).toBe(false);
    vi.useRealTimers();
  });
});
