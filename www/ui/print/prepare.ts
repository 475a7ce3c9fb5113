/** From now on the page can be printed as a hand-out. What that takes is named here, not where the page begins: its list is long. */
export async function preparePrinting(): Promise<void> {
  const { followPrints } = await import("./printing");
  await followPrints();
}
