/** What the operating system says of files, by the code of the error. */
const ofSystem: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EBUSY: '文件正被占用',
  EDQUOT: '超出磁盘配额',
  EEXIST: '已经存在',
  EFBIG: '文件太大',
  EIO: '读写出错',
  EISDIR: '是目录，不是文件',
  ELOOP: '符号链接成环',
  EMFILE: '打开的文件太多',
  ENAMETOOLONG: '文件名太长',
  ENOENT: '文件或目录不存在',
  ENOSPC: '磁盘空间不足',
  ENOTDIR: '路径中有一段不是目录',
  EPERM: '不允许这样操作',
  EROFS: '文件系统是只读的',
};

/** What JavaScript says of texts that are not JSON. */
const ofJson: readonly (readonly [english: string, chinese: string])[] = [
  [`Expected (',' or '[}\\]]') after (?:property value|array element) in JSON`, '应为 $1'],
  [`Expected ':' after property name in JSON`, "属性名之后应为 ':'"],
  [`Expected property name or '\\}' in JSON`, "应为属性名或 '}'"],
  ['Expected double-quoted property name in JSON', '应为双引号中的属性名'],
  ['Unexpected non-whitespace character after JSON', '末尾多出了内容'],
  ['Unexpected end of JSON input', '内容不完整'],
  [`Unexpected token ('.+?'), (?:\\.\\.\\.)?".*"(?:\\.\\.\\.)? is not valid JSON`, '不该有 $1'],
  ['Unexpected (?:number|string) in JSON', '不该有这个值'],
  ['Unterminated string in JSON', '字符串没有结束'],
  ['Bad control character in string literal in JSON', '字符串中有控制字符'],
  ['Bad (?:escaped character|Unicode escape) in JSON', '转义不正确'],
  [
    '(?:No number after minus sign|Unterminated fractional number|Exponent part is missing a number) in JSON',
    '数不完整',
  ],
];

const json = ofJson.map(
  ([english, chinese]) =>
    [new RegExp(`${english}(?: at position (\\d+)(?: \\(line \\d+ column \\d+\\))?)?`, 'g'), chinese] as const,
);

/** Puts into Chinese the reasons that Node.js and the operating system give, which are in English whatever the locale. */
export function outsideInChinese(message: string): string {
  const said = message.replace(
    /\b(E[A-Z]{2,}): [a-z/ -]+(?:, [a-z]+(?: '[^'\n]*'(?: -> '[^'\n]*')?)?)?/g,
    (all, code: string) => (ofSystem[code] ? `${ofSystem[code]}（${code}）` : all),
  );
  return json.reduce(
    (text, [english, chinese]) =>
      text.replace(english, (_, ...found) => {
        const groups: (string | undefined)[] = found.slice(0, -2);
        const position = groups.at(-1);
        return chinese.replace('$1', groups[0] ?? '') + (position === undefined ? '' : `（第 ${position} 个字符之后）`);
      }),
    said,
  );
}
