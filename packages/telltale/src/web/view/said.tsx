import { useEffect, useState } from 'preact/hooks';
import { describeOption } from './option-names.js';
import { type Strings, strings } from './strings.js';

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
  const said = t === strings.zh && chinese?.of === message ? chinese.text : message;
  const { label } = describeOption('lang', t === strings.zh ? 'zh' : 'en');
  // What the library calls `lang` is a field of the page.
  return <>{said.replace(/(set |设定 )lang\b/, `$1“${label}”`)}</>;
}
