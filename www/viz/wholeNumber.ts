// Numbers for files: whole, in as few digits as give the same number back.

/** Nine digits tell all numbers of 32 bits apart. */
const DIGITS_OF_SINGLE = 9;

/** The shortest number in double precision that is still this one: a number of 32 bits is not written with the digits of 64. */
export function wholeNumber(value: number): number {
  if (Number.isInteger(value) || Math.fround(value) !== value) return value;
  for (let digits = 1; digits < DIGITS_OF_SINGLE; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return shorter;
  }
  return Number(value.toPrecision(DIGITS_OF_SINGLE));
}
