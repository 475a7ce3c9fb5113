/** The field behind the button. */
export const OWN_FILES_ID = "own-files";

/** Opens the browser's file dialog from anywhere in this one. */
export function chooseFiles(): void {
  document.getElementById(OWN_FILES_ID)?.click();
}
