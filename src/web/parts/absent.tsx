import type { AbsentKeyword } from '../../index.js';
import type { Strings } from '../view/strings.js';

/** Words that go with the text without being in it. */
export function Absent({ t, absent }: { t: Strings; absent: readonly AbsentKeyword[] | undefined }) {
  if (!absent || absent.length === 0) return null;
  return (
    <section class="absent" aria-labelledby="absent-title">
      <h2 id="absent-title">{t.absent}</h2>
      <p class="hint">{t.absentHint}</p>
      <ul class="tags">
        {absent.map(({ text, score }) => (
          <li key={text}>
            {text} <small>{score.toFixed(2)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
