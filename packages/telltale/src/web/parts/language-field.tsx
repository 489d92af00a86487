import type { ExtractOptions, Language } from '@telltale/core';
import { extractOptions } from '@telltale/core/internal/options.js';
import { useState } from 'preact/hooks';
import { describeOption, nameChoice } from '../view/option-names.js';
import type { Strings } from '../view/strings.js';
import { Ticks } from './ticks.js';

/** Ticked at first where the text may be in one of several languages. */
const FIRST = 'zh,en';
const SEVERAL = 'several';

const { choices, default: AUTO } = extractOptions.lang;

interface LanguageFieldProperties {
  t: Strings;
  language: Language;
  value: ExtractOptions['lang'];
  onValue: (value: string | undefined) => void;
}

/** The language of the text, or several of which it is one: these are ticked below. */
export function LanguageField({ t, language, value = AUTO, onValue }: LanguageFieldProperties) {
  const { label, description } = describeOption('lang', language);
  const asked = String(value).split(',');
  // While ticks change, there may be one.
  const [isTicking, setTicking] = useState(false);
  const hasSeveral = value !== AUTO && (isTicking || asked.length > 1);
  return (
    <>
      <div class="option">
        <label for="option-lang">{label}</label>
        <select
          id="option-lang"
          name="lang"
          aria-describedby="option-lang-description"
          value={hasSeveral ? SEVERAL : asked[0]}
          onChange={({ currentTarget: { value } }) => {
            setTicking(value === SEVERAL);
            onValue(value === SEVERAL ? FIRST : value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {nameChoice('lang', choice, language)}
            </option>
          ))}
          <option value={SEVERAL}>{t.oneOfSeveral}</option>
        </select>
        <p id="option-lang-description" class="hint">
          {description}
        </p>
      </div>
      {hasSeveral && (
        <Ticks
          id="option-lang-several"
          label={t.amongLanguages}
          ticks={choices
            .filter((choice) => choice !== AUTO)
            .map((choice) => ({ values: [choice], label: nameChoice('lang', choice, language) }))}
          value={asked}
          onValue={(languages) => onValue(languages?.join(','))}
        />
      )}
    </>
  );
}
