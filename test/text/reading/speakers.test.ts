import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speakersIn } from '../../../packages/core/dist/text/reading/speakers.js';

const namesIn = (text: string) => Array.from(speakersIn(text), ({ start, end }) => text.slice(start, end)).join(' ');

test('the names of those who speak in a dialogue are labels', () => {
  for (const [text, names] of [
    ['priya: tickets are out\nsam: how much\npriya: 200 incl booking fee', 'priya sam priya'],
    ['主持人：欢迎\n卢佳音：谢谢\n主持人：开始吧', '主持人 卢佳音 主持人'],
    ['[10:02] 小李: 开会\n[10:03] 王姐: 好\n[10:05] 小李: 几点', '小李 王姐 小李'],
    ['HOST: Welcome back.\n\nGUEST: Thank you.\n\nHOST: So, levees.', 'HOST GUEST HOST'],
    ['10:02 Dr Kim: Any pain?\n10:03 Anna: A little.\n10:03 Dr Kim: Where?', 'Dr Kim Anna Dr Kim'],
    ['阿栗 21:03\n在吗\n团团妈 21:05\n咋了\n阿栗 21:05\n它吐了三次', '阿栗 团团妈 阿栗'],
    ['priya 10:02\ntickets are out\nsam 10:05\nhow much\npriya 10:06\n200', 'priya sam priya'],
    [
      '老贺 2024-05-01 21:03:11\n定了没\n小满 2024-05-01 21:04:00\n都行\n老贺 2024-05-01 21:05:09\n好',
      '老贺 小满 老贺',
    ],
    // As messengers export and paste them.
    [
      '[18/05/2026, 07:52:11] Nan: Morning\n\u200e[18/05/2026, 07:58:00] Uncle Pat: No\n[18/05/2026, 08:01:40] Nan: Why',
      'Nan Uncle Pat Nan',
    ],
    ['18/05/26, 07:52 - Nan: Morning\n18/05/26, 07:58 - Cas: No\n18/05/26, 08:01 - Nan: Why', 'Nan Cas Nan'],
    ['[5/18, 7:52\u202fAM] Nan: Morning\n[5/18, 7:58\u202fAM] Cas: No\n[5/18, 8:01\u202fAM] Nan: Why', 'Nan Cas Nan'],
    ['2026-05-18 07:52 老贺：定了没\n2026-05-18 07:53 小满：都行\n2026-05-18 07:55 老贺：好', '老贺 小满 老贺'],
    ['Maya  9:02 AM\nwho moved it\nTom Reed  9:03 AM\nthe bot\nMaya  9:04 AM\nagain', 'Maya Tom Reed Maya'],
    ['maya — Today at 9:02 AM\nhi\ntom — Today at 9:03 AM\nhi\nmaya — Today at 9:04 AM\nso', 'maya tom maya'],
    [
      '老贺(12345678) 2026/5/18 7:52:11\n定了没\n小满(2233445) 2026/5/18 7:53:02\n都行\n老贺(12345678) 2026/5/18 7:54:00\n好',
      '老贺 小满 老贺',
    ],
    // In one line, as Chinese is pasted.
    ['客户：还没到？客服：在路上了。客户：几点？', '客户 客服 客户'],
    ['问：怕热吗？答：怕。问：怕水吗？答：不怕。', '问 答 问 答'],
    ['主持人：欢迎。嘉宾：大家好！主持人：请坐。', '主持人 嘉宾 主持人'],
    ['医生:哪里疼？患者:膝盖。医生:多久了？', '医生 患者 医生'],
    ['妈妈：吃了吗？小雨：吃了……妈妈：早点睡。', '妈妈 小雨 妈妈'],
    ['优点：轻。缺点：贵。总结：值得买。', ''],
    ['他说：好。注意：有雨。', ''],
    // A transcript that runs on.
    ['HOST: So why? GUEST: Salt. HOST: How much?', 'HOST GUEST HOST'],
    [
      'MR. LEE: I object. THE COURT: Denied. MR. LEE: "Very well." THE COURT: Go on.',
      'MR. LEE THE COURT MR. LEE THE COURT',
    ],
    ['Q: Who is there? A: Nobody. Q: Who? A: Me!', 'Q A Q A'],
    ['SPEAKER 1: Hi. SPEAKER 2: (laughs) SPEAKER 1: Well.', 'SPEAKER 1 SPEAKER 2 SPEAKER 1'],
    ['HOST：No… VAN DYK: Yes. HOST: No.', 'HOST VAN DYK HOST'],
    ['客服：可以。 客户：多久？ 客服：三天。', '客服 客户 客服'],
    // Fields, notes and prose are none.
    ['NOTE: two sizes. PRICE: 3. WEIGHT: 4 kg.', ''],
    ['GDP: it grew. CPI: it rose. GDP: it was cut.', ''],
    ['苹果：富含维生素。香蕉：富含钾。苹果：热量低。', ''],
    ['NASA: no comment. He asked NASA: why? ESA: none.', ''],
    ['Name: Pedalo\nPrice: 20\nWeight: 3 kg', ''],
    ['Note: bring water.\nWe leave at six.\nNote: no dogs.\nThe way is long.\nIt is steep.', ''],
    ['https://a.example\nhttps://b.example\nhttps://a.example', ''],
    ['He said: no. She said: yes. He said: well.', ''],
    ['A: yes\nB: no', ''],
    ['Doors 18:30\nSupport 19:15\nConcert 20:00\nEnd 22:30', ''],
    ['开门 9:00\n关门 21:00', ''],
  ]) {
    assert.equal(namesIn(text), names, text);
  }
});

test('a long line is looked at by its beginning alone', () => {
  const from = performance.now();
  assert.equal(namesIn(`a\nb\nbob${' '.repeat(200_000)}x\n`), '');
  // Looked at from each of its blanks, it took minutes.
  assert.ok(performance.now() - from < 20_000);
});
