import { extractKeywords, loadModel } from '@telltale/core';

const texts = {
  zh: '太阳是太阳系中心的恒星，太阳的能量来自核心的核聚变。',
  en: 'Coral reefs are built by tiny animals. When the sea warms, corals expel their algae: coral bleaching.',
};
for (const [language, text] of Object.entries(texts)) {
  const model = await loadModel(language);
  console.log(extractKeywords(model, text, { topN: 3 }).map((keyword) => keyword.text));
}
