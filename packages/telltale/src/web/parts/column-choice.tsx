import type { Strings } from '../view/strings.js';

/** Which columns or fields hold the text and the title of each record. */
export interface Columns {
  readonly field: string;
  readonly titleField: string;
}

/** Those that are taken without being asked for; a table may lack the title. */
export const usualColumns: Columns = { field: 'text', titleField: 'title' };

interface ColumnChoiceProperties {
  t: Strings;
  /** All names that there are. */
  names: readonly string[];
  chosen: Columns;
  onChoose: (chosen: Columns) => void;
}

/** The choice of these columns. */
export function ColumnChoice({ t, names, chosen, onChoose }: ColumnChoiceProperties) {
  const { field, titleField } = chosen;
  // A name that no record has is shown, for the messages speak of it.
  const offered = names.includes(field) ? names : [field, ...names];
  return (
    <div class="row column-choice">
      <label>
        {t.textColumn}{' '}
        <select value={field} onChange={({ currentTarget }) => onChoose({ field: currentTarget.value, titleField })}>
          {offered.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        {t.titleColumn}{' '}
        <select
          value={names.includes(titleField) ? titleField : ''}
          onChange={({ currentTarget }) => onChoose({ field, titleField: currentTarget.value })}
        >
          <option value="">{t.noColumn}</option>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
    </div>
  );
}
