import { openWorker } from '@telltale/core';
import en from '@telltale/model-en/en.safetensors';
import zh from '@telltale/model-zh/zh.safetensors';

const beside = (name) => new URL(name, import.meta.url);
const worker = new Worker(beside('worker.js'), { type: 'module' });
const keywords = openWorker(worker, { zh: beside(zh), en: beside(en) }, { assets: beside('.') });

for (const paragraph of document.querySelectorAll('p')) {
  const found = await keywords.extract(paragraph.textContent, { topN: 3 });
  const list = document.createElement('ul');
  list.append(...found.map(({ text }) => Object.assign(document.createElement('li'), { textContent: text })));
  paragraph.after(list);
}
