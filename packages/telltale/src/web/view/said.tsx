import { useEffect, useState } from 'preact/hooks';
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
  return <>{t === strings.zh && chinese?.of === message ? chinese.text : message}</>;
}
