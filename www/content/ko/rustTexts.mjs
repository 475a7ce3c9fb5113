// What Rust sources can say: their literals, for the tests that ask whether each has Korean.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.join(path.dirname(new URL(import.meta.url).pathname), "../../..");

/** Sources under a folder, without tests and what `leftOut` names. */
export function sources(folder, ending, leftOut) {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll(path.sep, "/")}`)
    .filter((name) => ending.test(name) && !/\.test\./.test(name) && !leftOut.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(root, name), "utf8") }));
}

/** The texts of a Rust source before its tests: each with the code in front of it. */
export function textsOf(source) {
  const code = source.split("#[cfg(test)]\nmod tests")[0] ?? "";
  const found = [];
  let before = "";
  const token = /\/\/.*|r(#*)"([\s\S]*?)"\1|"((?:\\[\s\S]|[^"\\])*)"|'(?:\\.|[^\\'])'|[\s\S]/g;
  for (const [all, , raw, plain] of code.matchAll(token)) {
    const text = raw ?? plain?.replace(/\\\n\s*/g, "").replace(/\\(["\\])/g, "$1");
    if (text === undefined) before = `${before}${all.startsWith("//") ? "" : all}`.slice(-300);
    else {
      found.push({ text, before });
      before += '""';
    }
  }
  return found;
}

/** Sentences, and single words where the code in front says that somebody reads them. */
export function saidIn(rust, isRead) {
  const texts = rust.flatMap(({ name, text }) => textsOf(text).map((one) => ({ name, ...one })));
  return texts.filter(({ text, before }) => {
    if (/(?:expect|panic!|unreachable!|todo!|assert\w*!)\((?:[^;{}]*)$/.test(before)) return false;
    if (/#!?\[(?!error)[^\]]*$/.test(before)) return false;
    // Bytes: by them a file is known.
    if (/\bb$/.test(before)) return false;
    const words = shape(text).replaceAll("{}", "");
    return /[A-Za-z]{2,}/.test(words) && (isRead.test(before) || /\S \S/.test(text));
  });
}

/** Words in the body of a function. */
export function wordsIn(rust, name, body) {
  const found = body.exec(rust.find((one) => one.name === name)?.text ?? "")?.[1] ?? "";
  return textsOf(found).flatMap(({ text }) => (/[a-z]/.test(text) ? [text] : []));
}

/** Places for values look alike on both sides. */
export const shape = (text) => text.replace(/\{(?:[*=]?\w+|[\w.]*(?::[^{}]*)?)\}|\$\{[^{}]*\}/g, "{}");
