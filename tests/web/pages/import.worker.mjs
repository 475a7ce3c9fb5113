import init, { Importer } from "/@pkg/import/import.js";

/** Files as [name, bytes]: gives what an engine opens, or says why there is nothing. */
addEventListener("message", async ({ data: files }) => {
  await init({ module_or_path: fetch("/@pkg/import/import_bg.wasm") });
  const importer = new Importer();
  const { report } = JSON.parse(
    importer.read(
      files.map(([name, bytes]) => new File([bytes], name)),
      "{}",
      () => undefined,
    ),
  );
  postMessage({ bytes: importer.hand_over() ?? null, refused: report.refused });
});
