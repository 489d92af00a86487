'use client';

import { openWorker } from '@telltale/core';
import { useEffect, useState } from 'react';

/** The keywords of paragraphs, found in the reader's browser. */
export function Keywords({ paragraphs }) {
  const [found, setFound] = useState([]);
  useEffect(() => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    const keywords = openWorker(worker, {
      zh: new URL('@telltale/model-zh/zh.safetensors', import.meta.url),
      en: new URL('@telltale/model-en/en.safetensors', import.meta.url),
    });
    Promise.all(paragraphs.map((text) => keywords.extract(text, { topN: 3 }))).then(setFound, () => {});
    return () => keywords.close();
  }, [paragraphs]);
  return found.map((list, i) => (
    <ul key={paragraphs[i]}>
      {list.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  ));
}
