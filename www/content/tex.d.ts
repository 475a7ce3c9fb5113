/** Formulas by name, as MathML that was made when the page was built. */
declare module "*.tex" {
  const formulas: Readonly<Record<string, string>>;
  export default formulas;
}
