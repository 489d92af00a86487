import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areWhole, candidates, cut } from './chinese.js';

test('what is called so between quotation marks is one word, there and elsewhere', () =>
  areWhole([
    '民宿“⟦听潮⟧”在泉州西街，⟦听潮⟧的早餐不错',
    '修缮坚持“⟦修旧如旧⟧”，不换一砖一瓦',
    '水稻品种“⟦矮仔占⟧”，⟦矮仔占⟧很矮',
    '枕头品牌「⟦眠野⟧」推出新款',
    '住进“⟦云上小筑⟧”，推窗见湖',
  ]));

test('sentences and known words between quotation marks stay cut', () => {
  for (const [quoted, text] of [
    ['我不去', '他说“我不去”，转身走了。'],
    ['海上风电', '所谓“海上风电”，建在近海。'],
    ['很好吃', '大家都说“很好吃”。'],
    ['在路上', '他们“在路上”停了很久。'],
    ['对我说了一些什么话', '“对我说了一些什么话”'],
  ])
    assert.ok(!cut(text).includes(quoted), cut(text).join(' '));
});

test('a crime is one word with its commas and particles', () =>
  areWhole([
    '犯⟦危害珍贵、濒危野生动物罪⟧，判处有期徒刑',
    '涉嫌⟦掩饰、隐瞒犯罪所得罪⟧被捕',
    '其行为构成⟦生产、销售不符合安全标准的食品罪⟧',
    '以⟦拐卖妇女、儿童罪⟧提起公诉',
    '犯⟦销售假冒注册商标的商品罪⟧。',
    '张某犯⟦拐卖妇女、儿童罪⟧，被判刑。',
    '被告人犯⟦走私珍贵动物、珍贵动物制品罪⟧，判处拘役',
  ]));

test('a crime is a keyword without the verb that accuses somebody of it', () => {
  for (const [verb, crime] of [
    ['构成', '危害珍贵、濒危野生动物罪'],
    ['行为构成', '掩饰、隐瞒犯罪所得罪'],
    ['涉嫌', '盗窃罪'],
    ['犯', '拐卖妇女、儿童罪'],
  ]) {
    const keywords = candidates(`王某${verb}${crime}，被判刑。`, 20);
    assert.deepEqual(
      keywords.filter((keyword) => keyword.endsWith('罪')),
      [crime],
    );
  }
});

test('crimes that follow each other are several, and nobody accused is none', () => {
  for (const text of ['犯盗窃罪、抢劫罪，数罪并罚', '他以为自己有罪', '以无罪释放', '构成犯罪', '知罪、悔罪的人'])
    assert.ok(!cut(text).some((word) => word.length > 4), cut(text).join(' '));
});

test('long titles of papers are one word', () =>
  areWhole([
    '先开具《⟦异地贷款职工住房公积金缴存使用证明⟧》。',
    '列入《⟦世界自然保护联盟濒危物种红色名录⟧》',
    '依据《⟦城市生活垃圾分类投放管理办法⟧》处罚',
    '签订《⟦老旧小区加装电梯业主共同协议⟧》',
    '出版《⟦中国古代桥梁营造技术史料汇编⟧》',
  ]));
