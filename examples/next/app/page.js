import { extractKeywords, loadModel } from '@telltale/core';
import { Keywords } from './keywords.js';

const paragraphs = [
  '太阳是太阳系中心的恒星，太阳的能量来自核心的核聚变。',
  'Coral reefs are built by tiny animals. When the sea warms, corals expel their algae: coral bleaching.',
];

/** Rendered on the server, where the library reads its models from packages. */
export default async function Page() {
  const model = await loadModel('zh');
  const served = extractKeywords(model, paragraphs[0], { topN: 3 });
  return (
    <main>
      <p id="served">{served.map(({ text }) => text).join(' ')}</p>
      <Keywords paragraphs={paragraphs} />
    </main>
  );
}
