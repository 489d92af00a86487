import { evidenceNames } from '@telltale/core/internal/tags/tag.js';
import { Said } from '../view/said.js';
import type { Strings } from '../view/strings.js';
import type { FoundTags } from '../view/use-tags.js';

/** Tags with the parts of their scores, or what is wrong with the list. */
export function TagTable({ t, found }: { t: Strings; found: FoundTags }) {
  const { problem, ready, tags } = found;
  if (problem) {
    const isOfList = problem.code?.startsWith('INVALID_TAGS');
    return (
      <p class="error" role="alert">
        {isOfList && (
          <>
            <strong>{t.badList}.</strong> {t.badListHint}{' '}
          </>
        )}
        {(!isOfList && t.problems[problem.code ?? '']) || <Said t={t} message={problem.message} />}
      </p>
    );
  }
  const kinds = evidenceNames.filter(
    (kind) => kind !== 'learned' || tags?.some(({ evidence }) => evidence.learned !== 0),
  );
  const isCalibrated = tags?.some(({ probability }) => probability !== undefined);
  return (
    <>
      <div role="status" class="hint">
        {ready && <p>{t.tagsReady(ready.tags)}</p>}
        {ready?.warnings.map((warning) => (
          <p key={warning} class="own-tags-warning">
            <Said t={t} message={warning} />
          </p>
        ))}
        {tags && <p>{tags.length === 0 ? t.tagsNone : t.tagsCaption}</p>}
      </div>
      {tags && tags.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a table that scrolls must be reachable by keyboard
        <div
          class="scroll"
          role="group"
          aria-label={t.tagsCaption}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
          tabIndex={0}
        >
          <table class="tag-table">
            <thead>
              <tr>
                <th scope="col">{t.tag}</th>
                <th scope="col" class="number">
                  {t.score}
                </th>
                {isCalibrated && (
                  <th scope="col" class="number">
                    p
                  </th>
                )}
                {kinds.map((kind) => (
                  <th key={kind} scope="col" class="number">
                    {t.evidence[kind]}
                  </th>
                ))}
                <th scope="col">{t.foundAs}</th>
              </tr>
            </thead>
            <tbody>
              {tags.map(({ id, label, score, probability, evidence, forms }) => (
                <tr key={id}>
                  <th scope="row">{label}</th>
                  <td class="number">{score.toFixed(2)}</td>
                  {isCalibrated && <td class="number">{probability?.toFixed(2)}</td>}
                  {kinds.map((kind) => (
                    <td key={kind} class="number">
                      {evidence[kind].toFixed(2)}
                    </td>
                  ))}
                  <td>
                    {forms
                      .map(({ form, offsets }) => (offsets.length > 1 ? `${form} × ${offsets.length}` : form))
                      .join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
