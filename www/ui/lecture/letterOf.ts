// The letter of a key, whatever script the keyboard writes in: B is ㅠ where Korean is on, and still the key that says B.
export function letterOf({ key, code }: KeyboardEvent): string {
  const isLatin = /^[\x20-\x7e]$/.test(key) || key.length > 1;
  return isLatin ? key : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key);
}
