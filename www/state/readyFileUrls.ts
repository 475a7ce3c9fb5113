// Every ready file of every shop but the one that the first view loads, by its path from here: a shop that is baked is on the list.
export const readyFileUrls = import.meta.glob<string>(
  [
    "../ready/*/*.{json,safetensors}",
    "../ready/*/{narrow,wide}/*.safetensors",
    "!../ready/brand_loyal/dif_sr.safetensors",
  ],
  { query: "?url", import: "default", eager: true },
);
