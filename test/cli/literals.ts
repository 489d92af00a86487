/** The texts between quotes in the code from `start` to the bracket that closes it, `{}` for what is put into them; numbers of things are put in. */
export function literalsIn(
  source: string,
  start: number,
): { readonly literals: readonly string[]; readonly end: number } {
  const literals: string[] = [];
  let at = start;
  let isContinued = false;
  for (let depth = 0; depth >= 0 && at < source.length; at++) {
    const sign = source[at];
    if (sign === '(' || sign === '[' || sign === '{') depth++;
    else if (sign === ')' || sign === ']' || sign === '}') depth--;
    else if (sign === '/' && source[at + 1] === '/') at = source.indexOf('\n', at);
    else if (sign === '/' && source[at - 1] === '(') at = source.indexOf('/', at + 1);
    else if (sign === "'" || sign === '"' || sign === '`') {
      let text = '';
      for (at++; source[at] !== sign; at++) {
        if (sign === '`' && source.startsWith('${', at)) {
          const inside = literalsIn(source, at + 2);
          const number = /^counted\([^']*'([^']+)'(?:, '([^']+)')?/.exec(source.slice(at + 2));
          if (!number) literals.push(...inside.literals);
          at = inside.end;
          text += number ? `2 ${number[2] ?? `${number[1]}s`}` : '{}';
        } else if (source[at] === '\\') text += source[++at] === 'n' ? '\n' : source[at];
        else text += source[at];
      }
      literals.push(isContinued ? literals.pop() + text : text);
      isContinued = /^\s*\+\s*['`]/.test(source.slice(at + 1));
    }
  }
  return { literals, end: at - 1 };
}
