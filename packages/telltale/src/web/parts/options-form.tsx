import type { ExtractOptions, Language } from '@telltale/core';
import { extractOptions, type OptionRow } from '@telltale/core/internal/options.js';
import { useState } from 'preact/hooks';
import type { OfferedEncoder } from '../engine/engine.js';
import {
  describeOption,
  isTicked,
  mainOptions,
  nameChoice,
  type OfferedOption,
  offeredOptions,
  ticksOf,
} from '../view/option-names.js';
import type { Strings } from '../view/strings.js';
import { LanguageField } from './language-field.js';
import { Ticks } from './ticks.js';

interface FormProperties {
  t: Strings;
  language: Language;
  options: ExtractOptions;
  onOptions: (options: ExtractOptions) => void;
  encoders: readonly OfferedEncoder[];
  encoder: string | undefined;
  onEncoder: (name: string | undefined) => void;
}

/** What has a field of its own before what is ticked, which is as wide as the page. */
const furtherOptions = offeredOptions
  .filter((name) => !mainOptions.includes(name))
  .sort((a, b) => Number(isTicked(a)) - Number(isTicked(b)));

/** Where there is room beside the text; on a phone they would stand between the text and its keywords. */
const startsOpen = matchMedia('(min-width: 52rem)').matches;

/** A form made from the table of options; the most used ones in sight, the others, across the page, when they are asked for. */
export function OptionsForm({ t, language, options, onOptions, encoders, encoder, onEncoder }: FormProperties) {
  const [hasMore, setMore] = useState(false);
  const set = (name: OfferedOption, value: unknown) => {
    const { [name]: _, ...others } = options;
    onOptions(value === undefined ? others : { ...others, [name]: value });
  };
  const field = (name: OfferedOption) => (
    <Field
      key={name}
      t={t}
      language={language}
      name={name}
      value={options[name]}
      onValue={(value) => set(name, value)}
    />
  );
  return (
    <form class="options-form" aria-label={t.options} onSubmit={(event) => event.preventDefault()}>
      <details class="options" open={startsOpen}>
        <summary>
          <h2>{t.options}</h2>
        </summary>
        <div class="fields">
          {mainOptions.map(field)}
          {encoders.length > 0 && <EncoderField t={t} encoders={encoders} encoder={encoder} onEncoder={onEncoder} />}
        </div>
        <div class="row">
          <button
            type="button"
            class="quiet"
            aria-expanded={hasMore}
            aria-controls="more-options"
            onClick={() => setMore(!hasMore)}
          >
            {hasMore ? t.fewer : t.more}
          </button>
          <button type="button" class="quiet" onClick={() => onOptions({})}>
            {t.reset}
          </button>
        </div>
      </details>
      <div id="more-options" class="more fields" hidden={!hasMore}>
        {hasMore && furtherOptions.map(field)}
      </div>
    </form>
  );
}

/** Which encoder is asked, too: with what has to be loaded for it, before it is. */
function EncoderField({ t, encoders, encoder, onEncoder }: Omit<FormProperties, 'language' | 'options' | 'onOptions'>) {
  return (
    <div class="option">
      <label for="encoder">{t.encoder}</label>
      <select
        id="encoder"
        aria-describedby="encoder-description"
        value={encoder ?? ''}
        onChange={({ currentTarget }) => onEncoder(currentTarget.value || undefined)}
      >
        <option value="">{t.noEncoder}</option>
        {encoders.map(({ name, bytes }) => (
          <option key={name} value={name}>
            {bytes > 0 ? t.encoderSize(name, Math.ceil(bytes / 1e6)) : name}
          </option>
        ))}
      </select>
      <p id="encoder-description" class="hint">
        {t.encoderHint}
      </p>
    </div>
  );
}

interface FieldProperties {
  t: Strings;
  language: Language;
  name: OfferedOption;
  value: unknown;
  onValue: (value: unknown) => void;
}

function Field({ t, language, name, value, onValue }: FieldProperties) {
  const row: OptionRow = extractOptions[name];
  const { label, description } = describeOption(name, language);
  const id = `option-${name}`;
  const ticks = ticksOf(name, language);
  if (name === 'lang')
    return <LanguageField {...{ t, language, onValue }} value={value as FormProperties['options']['lang']} />;
  if (ticks) return <Ticks {...{ id, label, description, ticks, onValue }} value={value as string[] | undefined} />;
  const shared = { id, name, 'aria-describedby': `${id}-description` };
  return (
    <div class="option">
      <label for={id}>{label}</label>
      {row.choices && row.type !== 'list' ? (
        <select
          {...shared}
          value={(value ?? row.default ?? '') as string}
          onChange={({ currentTarget }) => onValue(currentTarget.value || undefined)}
        >
          {row.default === undefined && <option value="">{t.automatic}</option>}
          {row.choices?.map((choice) => (
            <option key={choice} value={choice}>
              {nameChoice(name, choice, language)}
            </option>
          ))}
        </select>
      ) : row.type === 'integer' || row.type === 'number' ? (
        <input
          {...shared}
          type="number"
          min={row.min}
          max={row.max}
          step={row.type === 'integer' ? 1 : 'any'}
          placeholder={row.default === undefined ? t.automatic : undefined}
          value={(value ?? row.default ?? '') as number | string}
          onInput={({ currentTarget }) => {
            // What is half typed, or out of range, waits.
            if (currentTarget.value === '') onValue(undefined);
            else if (currentTarget.validity.valid) onValue(currentTarget.valueAsNumber);
          }}
        />
      ) : row.type === 'string' ? (
        <input
          {...shared}
          type="text"
          value={(value ?? '') as string}
          onChange={({ currentTarget }) => onValue(currentTarget.value || undefined)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          value={((value as string[] | undefined) ?? []).join(', ')}
          onChange={({ currentTarget }) => onValue(listOf(currentTarget.value))}
        />
      )}
      <p id={`${id}-description`} class="hint">
        {description}
      </p>
    </div>
  );
}

function listOf(value: string): string[] | undefined {
  const items = value.split(/[,，、]/).flatMap((item) => item.trim() || []);
  return items.length > 0 ? items : undefined;
}
