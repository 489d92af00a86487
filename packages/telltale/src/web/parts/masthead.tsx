import type { Language } from '@telltale/core';
import type { Strings } from '../view/strings.js';

const names: Record<Language, string> = { zh: '中文', en: 'English' };

/** Name, claim and the switch of the interface language. */
export function Masthead({
  t,
  language,
  onLanguage,
}: {
  t: Strings;
  language: Language;
  onLanguage: (language: Language) => void;
}) {
  return (
    <header class="masthead">
      <div>
        <h1>
          Tell<em>tale</em>
        </h1>
        <p class="tagline">{t.tagline}</p>
      </div>
      <nav aria-label={t.interfaceLanguage}>
        {(['zh', 'en'] as const).map((name) => (
          <button
            key={name}
            type="button"
            class="switch"
            lang={name}
            aria-pressed={name === language}
            onClick={() => onLanguage(name)}
          >
            {names[name]}
          </button>
        ))}
      </nav>
      <p class="intro">{t.intro}</p>
    </header>
  );
}
