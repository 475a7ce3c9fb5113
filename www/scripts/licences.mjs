// SPDX expressions of licences, as far as packages write them: AND, OR, WITH, parentheses, and a slash where older ones mean OR.

const WORD = /\s*(\(|\)|[^\s()]+)/gy;

/** Whether whoever takes a package under this expression can keep to licences of the list. */
export function isAllowed(expression, allowed) {
  const words = [...expression.replaceAll("/", " OR ").matchAll(WORD)].map(([, word]) => word);
  let at = 0;
  const take = (wanted) => words[at] === wanted && ++at > 0;
  const one = () => {
    if (take("(")) {
      const inside = either();
      if (!take(")")) throw new Error(`"${expression}" is no expression of licences`);
      return inside;
    }
    const name = words[at++];
    if (name === undefined || /^(?:AND|OR|WITH|\))$/.test(name))
      throw new Error(`"${expression}" is no expression of licences`);
    return allowed.includes(take("WITH") ? `${name} WITH ${words[at++]}` : name);
  };
  const both = () => {
    let holds = one();
    while (take("AND")) holds = one() && holds;
    return holds;
  };
  const either = () => {
    let holds = both();
    while (take("OR")) holds = both() || holds;
    return holds;
  };
  const holds = either();
  if (at < words.length) throw new Error(`"${expression}" is no expression of licences`);
  return holds;
}
