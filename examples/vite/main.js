import { openWorker } from '@telltale/core';
import en from '@telltale/model-en/en.safetensors?url';
import zh from '@telltale/model-zh/zh.safetensors?url';

const worker = new Worker(new URL('@telltale/core/worker', import.meta.url), { type: 'module' });
const keywords = openWorker(worker, { zh, en });

for (const paragraph of document.querySelectorAll('p')) {
  const found = await keywords.extract(paragraph.textContent, { topN: 3 });
  const list = document.createElement('ul');
  list.append(...found.map(({ text }) => Object.assign(document.createElement('li'), { textContent: text })));
  paragraph.after(list);
}
