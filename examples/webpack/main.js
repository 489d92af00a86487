import { openWorker } from '@telltale/core';

const worker = new Worker(new URL('@telltale/core/worker', import.meta.url), { type: 'module' });
const keywords = openWorker(worker, {
  zh: new URL('@telltale/model-zh/zh.safetensors', import.meta.url),
  en: new URL('@telltale/model-en/en.safetensors', import.meta.url),
});

for (const paragraph of document.querySelectorAll('p')) {
  const found = await keywords.extract(paragraph.textContent, { topN: 3 });
  const list = document.createElement('ul');
  list.append(...found.map(({ text }) => Object.assign(document.createElement('li'), { textContent: text })));
  paragraph.after(list);
}
