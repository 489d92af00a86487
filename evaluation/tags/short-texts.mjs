// How often a text of a few words gets a right one of 40 general tags, a wrong one or none, by the cosine that a tag must have
// which it does not say: node evaluation/tags/short-texts.mjs
//
// The texts (short-texts.tsv: language, text, right tags, − where there is none) are our own, written before one was tagged. The
// bound was chosen on every other text; on the right are the rest.
import { readFileSync } from 'node:fs';
import { compileTags, loadModel, suggestTags } from '../../packages/core/dist/node.js';
import { closenessTo } from '../../packages/core/dist/tags/closeness.js';
import { leastCosine } from '../../packages/core/dist/tags/suggest-tags.js';
import { readTagText } from '../../packages/core/dist/tags/tag-text.js';

const lists = {
  en:
    'travel,food,health,sports,music,film,books,politics,economy,business,technology,science,education,environment,weather,' +
    'fashion,beauty,family,parenting,pets,gardening,cars,real estate,jobs,law,crime,religion,history,art,photography,games,' +
    'finance,insurance,shopping,energy,agriculture,space,war,psychology,cooking',
  zh:
    '旅游,美食,健康,体育,音乐,电影,图书,政治,经济,商业,科技,科学,教育,环境,天气,时尚,美容,家庭,育儿,宠物,园艺,汽车,房产,职场,法律,犯罪,宗教,历史,' +
    '艺术,摄影,游戏,金融,保险,购物,能源,农业,航天,军事,心理,烹饪',
};
const COSINES = [0, 0.125, 0.15, 0.175, 0.2, 0.225, leastCosine(40), 0.275];
/** Tags of a text that are looked at, and the least score, as suggestTags has it. */
const [MOST, LEAST_SCORE] = [3, 0.5];
const texts = readFileSync(new URL('short-texts.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

for (const [language, names] of Object.entries(lists)) {
  const labels = names.split(',');
  const index = compileTags(
    labels.map((label) => ({ id: label, label })),
    await loadModel(language),
  );
  const own = texts.filter(([lang]) => lang === language);
  const tagged = own.map(([, text, tags]) => {
    const closeness = closenessTo(index, readTagText(index, text));
    return suggestTags(index, text, { topN: MOST, minScore: LEAST_SCORE }).map(({ id, forms }) => ({
      isRight: tags.split(',').includes(id),
      cosine: forms.length > 0 ? 1 : (closeness?.cosine(labels.indexOf(id)) ?? 0),
    }));
  });
  console.log(
    `${language}: cosine; texts of which the first tag is right, wrong, texts without a tag; tags right, wrong`,
  );
  for (const cosine of COSINES) {
    const cells = [0, 1].map((half) => {
      const shown = tagged.filter((_, i) => i % 2 === half).map((tags) => tags.filter((tag) => tag.cosine >= cosine));
      const first = shown.flatMap(([tag]) => tag ?? []);
      const [right, all] = [first, shown.flat()].map((tags) => tags.filter(({ isRight }) => isRight).length);
      return `${right} ${first.length - right} ${shown.length - first.length}; ${all} ${shown.flat().length - all}`;
    });
    console.log(`  ${cosine.toFixed(3)}  ${cells.map((cell) => cell.padEnd(20)).join('')}`);
  }
}
