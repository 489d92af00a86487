import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectLanguage } from '../../dist/text/language.js';

test('a Chinese text with Latin names in it is Chinese', () => {
  for (const text of [
    'Crew-9任务推迟',
    'SpaceX Crew-9任务推迟',
    'iPhone 16 Pro Max发布',
    'GitHub Copilot Workspace评测',
    'Kubernetes集群',
    'Kubernetes 集群',
    'OpenTelemetry入门',
    'python教程',
    'Stable Diffusion XL Turbo 开源',
    'React Server Components 详解',
    'Manchester United对Real Madrid前瞻',
    '用JavaScript的IntersectionObserver做懒加载',
    'NVIDIA GeForce RTX降价',
    '如何在 Visual Studio Code 里调试 TypeScript',
  ]) {
    assert.equal(detectLanguage(text), 'zh', text);
  }
});

test('an English text that quotes Han characters is English', () => {
  for (const text of [
    'The Chinese word 关键词 means keyword.',
    'The film 流浪地球 was a hit in China.',
    'Beijing (北京) is the capital of China.',
    'He wrote 道 on the wall.',
    'Learn how to say 你好 and 谢谢 before you travel to Taipei.',
    'Café 茶 opens its doors to visitors in Montréal',
    'Crew-9',
    '',
  ]) {
    assert.equal(detectLanguage(text), 'en', text);
  }
});
