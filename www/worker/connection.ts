/** The visitor has asked the browser for little traffic: nothing is fetched that may not be needed. */
export function savesData(browser: Navigator & { connection?: { saveData?: boolean } } = navigator): boolean {
  return browser.connection?.saveData === true;
}
