import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { extractKeywords, loadModel, type TextModel } from '../../packages/core/dist/node.js';

let model: TextModel;
before(async () => {
  model = await loadModel('zh');
});

/** Sixty words and more, in which what is said once is easily a wrong cut. */
const LONG = '今天天气很好，我们一起去公园散步，看到许多人在湖边钓鱼，还有孩子在草地上放风筝。'.repeat(3);

const candidates = (text: string) =>
  extractKeywords(model, text, { topN: 200 }).map((keyword) => keyword.text.replaceAll(' ', ''));

/** Texts with a candidate in double brackets, and what is none. */
function have(marked: readonly string[], opening = ''): void {
  for (const line of marked) {
    const [, term] = /⟦(.+?)⟧/.exec(line)!;
    const found = candidates(opening + line.replace(/[⟦⟧]/g, ''));
    assert.ok(found.includes(term), `${term}: ${found.join(' ')}`);
  }
}

test('a place that no dictionary has opens the name of an institution', () =>
  have(
    [
      '判决由⟦苍河市中级人民法院⟧作出。',
      '他在⟦衡川精密机械厂⟧当钳工。',
      '他毕业于⟦岚平高级农业技术学校⟧。',
      '去⟦峪川精密仪器公司⟧面试。',
      '⟦涪川市中级人民法院⟧改判。',
    ],
    LONG,
  ));

test('what a thing has much, little or nothing of opens its name', () =>
  have(
    ['准备⟦低筋面粉⟧两杯。', '追施⟦高钾水溶肥⟧一次。', '酒店有⟦无边泳池⟧。', '买⟦高筋面粉⟧一袋。', '换成⟦低硫柴油⟧。'],
    LONG,
  ));

test('so does a substance that is in it, and its age', () =>
  have([
    '禁用⟦含碘造影剂⟧。',
    '建议选⟦含氟牙膏⟧。',
    '用⟦含氯消毒液⟧擦桌子。',
    '学校迎来⟦百年校庆⟧。',
    '沿河是一座⟦千年古镇⟧。',
  ]));

test('what is forbidden is no candidate with 不要', () => {
  for (const line of ['不要辞职，先谈薪水。', '孩子发烧不要打针。', '请不要拥挤。', '不要施肥过量。', '文物不要触摸。'])
    assert.ok(!candidates(line).some((one) => one.startsWith('不要')), line);
});

test('what nobody can is no candidate', () => {
  for (const line of ['闸机认不出戴口罩的旅客。', '屏幕看不到余额。', '找不到充电器。', '忍不住咳嗽。', '猜不出谜底。'])
    assert.ok(!candidates(line).some((one) => /.不[出到住]/.test(one)), candidates(line).join(' '));
});

test('what an advertisement or a recipe does is no candidate', () => {
  for (const line of [
    '急招叉车司机两名。',
    '诚聘夜班护工。',
    '急聘月嫂，包吃住。',
    '小葱切段备用。',
    '土豆切丝，泡水。',
  ])
    assert.ok(!candidates(line).some((one) => /^[急诚][招聘]|切[段丝]$/.test(one)), candidates(line).join(' '));
});

test('a ring after a noun is of it', () =>
  have(['洗衣机⟦门封圈⟧漏水。', '换掉⟦门封圈⟧就好。', '他们的⟦辩论圈⟧很小。', '卖⟦减震圈⟧。', '拧紧⟦密封圈⟧。']));
