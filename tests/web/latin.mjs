// English that a page in Korean still shows. Names, formulas and code are the same in every language; all other words in Latin letters
// are left over.

/** What is no language's: each is taken out of a text before its words are looked at. */
const NAMES = [
  // Links.
  /https?:\/\/\S+/g,
  // Systems, with the way of joining that tells two of them apart, and their parts.
  /\b(?:DIF-SR(?: Lab)?|DIF-BERT(?:4Rec)?|SASRecF?|NOVA|ICAI(?:-SR)?|FDSA|S[3³]-Rec|BERT4Rec|GRU4RecF?|Caser)(?: \((?:concat|gate|add)\))?/g,
  /\b(?:MSSR|TASIF|DIFF|eSASRec|LayerNorm|ReLU|Adam|LN|AAP|MIP|MAP|SP)\b/g,
  // Metrics.
  /\b(?:NDCG|Recall)(?:@(?:\d+|k))?|\b(?:MRR|NaN)\b/g,
  // What computes, what is read and what is written.
  /\b(?:CPU|GPU|WebGPU|WebAssembly|SIMD|https?|localhost|enable-unsafe-webgpu)\b/g,
  /\b(?:CSV|SVG|PNG|JSON|BibTeX|UTF-8|QR|RecBole|PyTorch|arXiv|k-core)\b|\.(?:inter|item|safetensors)\b/g,
  /\b(?:user_id|item_id|timestamp)\b|\(atomic 파일\)/g,
  /\b(?:Chrome|Edge|Firefox|Safari|Android|Windows|Linux|macOS|ChromeOS|iOS|iPhone|iPad|Apple|Intel|NVIDIA|Mac)\b/g,
  // Keys.
  /\b(?:Enter|Esc|Alt|Ctrl|Shift|Space|Delete)\b/g,
  // Data sets, people and where they published.
  /\b(?:MovieLens(?:-100K)?|Beauty|Sports|Toys|Yelp|Amazon|Steam|Last\.fm|Retailrocket|S³-Rec)\b/g,
  /\b(?:Xie|Zhou|Kim|Kang|McAuley|Tang|Wang|Liu|Yuan|Zhang|Sun|Hidasi|Tan|Jain|Wallace|Wiegreffe|Pinter)\b/g,
  /\b(?:SIGIR|ICDM|WSDM|AAAI|CIKM|IJCAI|RecSys|ICLR|DLRS)\b|Decoupled Side Information Fusion for Sequential Recommendation/g,
  // The other language by its own name, and terms in brackets behind the Korean ones.
  /\bEN\b|\[MASK\]|\((?:prefix|concat)\)/g,
  // Measures, and what is so called on goods.
  /\b(?:mm|ms|KB|MB|GB|TB|LED)\b/g,
];

/** Words of two letters and more that are left of a text. */
export function latinIn(text) {
  // A word joiner keeps the hyphen of a name on its line.
  const rest = NAMES.reduce((left, name) => left.replace(name, " "), text.replaceAll("\u2060", ""));
  return rest.match(/[A-Za-z]{2,}/g) ?? [];
}

/** Every text that is on screen or read out, but for code, formulas, English that says so, and the English terms of the glossary. */
export async function textsOf(page) {
  return page.evaluate(() => {
    const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
    const OF_ALL = "code, pre, kbd, math, var, .rank-formula, script, style, [lang=en], .glossary dt, .term-tip b";
    const found = new Set([document.title]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      // The title of a drawing has no box of its own.
      if (isSeen(parent.closest("svg") ?? parent) && !parent.closest(OF_ALL)) found.add(textContent.trim());
    }
    const named = ["aria-label", "aria-valuetext", "aria-roledescription", "title", "placeholder", "alt"];
    for (const element of document.querySelectorAll(named.map((name) => `[${name}]`).join())) {
      if (!isSeen(element) || element.closest(OF_ALL)) continue;
      for (const name of named) found.add(element.getAttribute(name) ?? "");
    }
    return [...found].filter((text) => text !== "");
  });
}

/** Texts with English in them, each behind its words. */
export async function leftOver(page) {
  return (await textsOf(page)).flatMap((text) => {
    const words = latinIn(text);
    return words.length > 0 ? [`${words.join(" ")}: ${text.slice(0, 120)}`] : [];
  });
}
