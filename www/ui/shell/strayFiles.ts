// Where nothing takes files, in a lecture or a frame, a browser would leave the page for the file that is dropped on it.

function refuse(event: DragEvent): void {
  const { dataTransfer } = event;
  if (event.defaultPrevented || !dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  // The pointer shows that it cannot be dropped here.
  dataTransfer.dropEffect = "none";
}

export function refuseStrayFiles(): void {
  window.addEventListener("dragover", refuse);
  window.addEventListener("drop", refuse);
}
