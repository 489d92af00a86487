import { extractOptions } from '@telltale/core/internal/options.js';
import { useEffect, useState } from 'preact/hooks';
import { describeOption, type OfferedOption, offeredOptions } from './option-names.js';
import { type Strings, strings } from './strings.js';

/** Options by the flags of the command, which the Chinese messages have. */
const byFlag = new Map(offeredOptions.map((name) => [/--[\w-]+$/.exec(extractOptions[name].flag)![0], name]));

/** A message with the options called as the page calls them, in its language. */
function onPage(message: string, language: 'zh' | 'en'): string {
  const { textColumn: field, titleColumn: titleField } = strings[language];
  const columns: Readonly<Record<string, string>> = { field, titleField };
  const named = (whole: string, name: string | undefined) =>
    name !== undefined && offeredOptions.includes(name as OfferedOption)
      ? `“${describeOption(name as OfferedOption, language).label}”`
      : whole;
  const options =
    language === 'zh'
      ? message.replace(/ ?(--[\w-]+) ?/g, (whole, flag) => named(whole, byFlag.get(flag)))
      : message.replace(/(?<=\boption )(\w+)/g, named);
  const said = options.replace(/ ?`(field|titleField)` ?/g, (whole, name) =>
    language === 'zh' ? `“${columns[name]}”` : whole.replace(/`.*`/, `“${columns[name]}”`),
  );
  return said.replace(/(?<=\bset )lang\b|(?<=设定) lang\b/, (whole) => named(whole, whole.trim()));
}

/** A message of the library in the language of the page. Its Chinese is loaded when the first is to be said. */
export function Said({ t, message }: { t: Strings; message: string }) {
  const [chinese, setChinese] = useState<{ readonly of: string; readonly text: string }>();
  useEffect(() => {
    if (t !== strings.zh) return;
    import('../../messages/chinese.js').then(
      ({ libraryInChinese }) => setChinese({ of: message, text: libraryInChinese(message) }),
      // Without it the message is English.
      () => {},
    );
  }, [t, message]);
  return <>{t === strings.zh && chinese?.of === message ? onPage(chinese.text, 'zh') : onPage(message, 'en')}</>;
}
