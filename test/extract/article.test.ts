import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractKeywords } from '../../packages/core/dist/node.js';
import { models } from './candidates.js';

/** An article on an island; its name is in 8 of the 35 sentences. */
const sentences = `
Fair Isle lies halfway between two groups of islands, a day's sail from either.
About sixty people live there, most of them in white cottages near the southern shore.
The winters are long, and the ferry often stays in its harbour for a week.
Sheep graze on the hill dyke, and small boats are pulled up above the tide line.
Visitors come to Fair Isle for birds, above all in autumn, when gales bring strays from the east.
An observatory on the northern cliffs has counted them for more than seventy years.
Its wardens walk the same stone walls each morning and look into every ditch.
Some years bring a warbler that nobody has seen in the country before.
The knitting of Fair Isle is known far beyond the North Sea.
Its bands of crosses, diamonds and anchors are worked with two colours in each row.
Old patterns were passed from mother to daughter, and no two jumpers were quite the same.
A prince wore such a jumper to play golf, and every shop in London wanted one.
Machines copied the patterns soon, but the islanders went on by hand.
Today a handful of knitters on Fair Isle sell their work by post, and the waiting list is long.
Wool comes from native sheep in brown, grey, fawn and white.
Dyes were once made of lichen, madder and indigo that passing ships traded for eggs.
The lighthouses in the south and the north were built by one family of engineers.
During the war both towers were bombed, and a keeper's wife lost her life.
The last keeper left when the lamp became automatic.
Electricity on Fair Isle was made by a diesel engine that was switched off at night.
Now three turbines and a field of panels charge a bank of batteries.
Freezers hum through the night, and the school has computers that stay on.
The school has six pupils and one teacher, who also runs the choir.
Older children board on the mainland and come home every third week.
The nurse, the shopkeeper and the firemen of Fair Isle all have a second trade.
On fine days the plane lands on a gravel strip, with room for seven passengers.
A trust owns the land, and rents a croft to whoever will work it.
When a house is empty, applications come from all over the world.
Few who apply have spent a January on Fair Isle, when the spray flies over the roofs.
Those who stay speak of the light, of the silence, and of neighbours who share everything.
The sea around the island was made a protected area after a campaign of thirty years.
Sandeels have come back, and so have some of the terns.
From May to August nobody on the cliffs sleeps well, for the birds come and go all night and quarrel over every ledge.
Puffins breed in the turf above the landing place, where everyone can watch them.
What keeps the people of Fair Isle there, they say, is each other.`
  .trim()
  .split('\n');

/** The first sentences of the article, told again and again until there are so many. */
const articleOf = (count: number) => Array.from({ length: count }, (_, i) => sentences[i % sentences.length]).join(' ');

test('the subject of an article is first and one phrase, whatever its length', () => {
  for (const count of [9, 14, 20, 25, 35, 70, 105, 140]) {
    for (const text of [articleOf(count), `Fair Isle\n\n${articleOf(count)}`]) {
      const [first] = extractKeywords(models.en, text);
      assert.equal(first.text, 'Fair Isle', `${count} sentences`);
      assert.equal(first.count, text.split('Fair Isle').length - 1);
    }
  }
  const whole = articleOf(140);
  assert.equal(whole.split('Fair Isle').length - 1, 32);
  assert.ok(whole.split(' ').length >= 2000, `${whole.split(' ').length} words`);
});

/** Of a list the words that are among the first so many keywords. */
function foundOf(words: string, text: string, topN: number): string[] {
  const found = extractKeywords(models.zh, text, { topN }).map(({ text }) => text);
  return words.split(' ').filter((word) => found.includes(word));
}

const newArea =
  '雄安新区横空出世，吸引了众多外地炒房客前去购房。然而，在当地政府重拳遏制非法炒房、楼市冻结的背景下，那些怀揣买房钱却在雄安新区无处下手的投资需求，被挤出到周边地区。';
const costumes =
  '如果给一部古装电影设计服装，必须要考虑故事发生在哪个朝代，汉朝为宽衣大袖，清朝则是旗袍马褂。可在京剧舞台上，几乎任何一个历史人物，根据他的性别年龄身份性格等，都有现成的服装规制。';

test('the sentences of the published definition have what a person would choose, and no clause', () => {
  assert.ok(
    foundOf('朝代 古装 汉朝 清朝 旗袍 服装 京剧 人物 古装电影 京剧舞台 历史人物 马褂', costumes, 10).length >= 5,
  );
  assert.ok(foundOf('炒房客 楼市 炒房 买房 购房 雄安新区 投资需求', newArea, 10).length >= 3);
  assert.deepEqual(foundOf('横空出世 前去购房 出世 挤出 下手', newArea, 8), []);
  assert.deepEqual(foundOf('考虑故事 考虑 现成 发生', costumes, 10), []);
});
