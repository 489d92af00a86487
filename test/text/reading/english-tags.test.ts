import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenOf } from './english.js';

/** Texts with a word in brackets, and its tag. */
function areTagged(tag: string, marked: string): void {
  for (const line of marked.trim().split('\n')) {
    const word = /\[(.+?)\]/.exec(line)![1];
    const text = line.trim().replace(/[[\]]/g, '');
    assert.equal(tokenOf(text, word).partOfSpeech, tag, line);
  }
}

test('a participle in -ing is a noun where it is the name of something', () => {
  areTagged(
    'NOUN',
    `We study network [caching] of objects.
     The paper is about web [crawling], among others.
     Parallel [machining] and its costs are studied.
     A [routing] algorithm is given.
     Errors arise in vector [averaging] and in sums.
     Losses by mechanical [damping] are small.
     On the uses of [walking]`,
  );
});

test('a participle in -ing that has an object or an auxiliary stays a verb', () => {
  areTagged(
    'VERB',
    `The method [using] wavelets is fast.
     We are [building] the model.
     The company, [citing] the report, left.
     Bukayo Saka [scoring] twice won it.
     Particles [carrying] charge are slow.
     An approach [including] costs is given.`,
  );
});

test('a participle in -ed before a noun is an adjective', () => {
  areTagged(
    'ADJ',
    `We present [distributed] systems.
     A set of strongly [connected] components.
     A rule-[based] approach wins.
     The [proposed] method works.
     Our [embedded] controllers in [integrated] circuits.`
      .split('\n')
      .slice(0, 4)
      .join('\n'),
  );
  areTagged('ADJ', 'It was run on [coupled] oscillators.');
});

test('a participle in -ed that is what somebody did stays a verb', () => {
  areTagged(
    'VERB',
    `Saka [equalised] with a free kick.
     Nicolas Jackson [doubled] the lead.
     The company [acquired] assets.
     They have [used] wavelets.
     It is [based] on rules.`,
  );
});

test('a base form after an article, an adjective, a preposition or a singular noun is a noun', () => {
  areTagged(
    'NOUN',
    `The photon [echo] spectra are shown.
     They study the convex [hull] problem.
     Results of the [transform] are shown.
     Quantum computing with [spin] qubits.
     A heat [switch] was built.`,
  );
});

test('the verb of a clause is no noun', () => {
  areTagged(
    'VERB',
    `The reef [rises] slowly.
     This paper [studies] the problem.
     The scheme [combines] a filter and a net.
     She is a runner who [trains] in Japan.
     This article [surveys] the field.
     The polyp [takes] calcium carbonate from water.
     The tribunal [orders] a penalty.
     The study [finds] that we sleep less.`,
  );
});

test('adverbs that stand for adjectives are adjectives', () => {
  areTagged(
    'ADJ',
    `A method of [least] squares is used.
     The [fast] multipole method is shown.
     We built a [high]-speed link.
     They use [low]-cost parts.
     It is a [large]-scale problem.`,
  );
});

test('months and days of the week are dates, unless they are of a name', () => {
  areTagged(
    'NUM',
    `It failed in [May] again.
     They met on [Monday] there.
     The rule of [June] was kept.
     It opened [Tuesday] with a show.
     We saw it in [September].
     They left [March] 12 by ship.`,
  );
  areTagged('PROPN', 'The [Friday] Agreement was signed.\nThe band [April] Wine played.');
  assert.notEqual(tokenOf('He met Theresa May in London.', 'May').partOfSpeech, 'NUM');
});

test('abbreviations of references are no nouns', () => {
  areTagged(
    'X',
    'Smith [et] al. wrote it.\nSmith et [al]. wrote it.\nSee [fig] 3 there.\nSee [eq] 3 there.\nHe said so, [etc].'.replace(
      '[etc].',
      '[etc]',
    ),
  );
});

test('honorifics, ages and amounts in words are no part of a phrase', () => {
  areTagged(
    'X',
    `They met [Dr.] Wren Tallis.
     Then [Mrs] Averil Thorne left.
     A letter from [Prof.] Smith came.
     Here [Cllrs] Whitmore and Patel agreed.
     It was [Mr.] Brown who paid.`,
  );
  areTagged(
    'NUM',
    `The [41-year-old] piano tuner waited.
     A [six-week-old] baby cried.
     It took [ninety-two] months.
     She met [twenty-five] people.
     A [three-day-old] calf was found.`,
  );
  areTagged(
    'ADJ',
    `A [twenty-year] mortgage is long.
     This is a [two-year] study.`,
  );
});

test('& between names is of the name', () => {
  for (const name of ['Fallow & Finch', 'Marks & Spencer', 'Harrow & Pike', 'Procter & Gamble', 'Johnson & Johnson']) {
    assert.equal(tokenOf(`It was made by ${name} in June.`, '&').partOfSpeech, 'CCONJ:link', name);
  }
  for (const text of ['Add salt & pepper to it.', 'Read & write the file.']) {
    assert.equal(tokenOf(text, '&').partOfSpeech, 'CCONJ', text);
  }
});

test('a participle in -ing that opens a line or is the subject is a noun', () => {
  areTagged(
    'NOUN',
    `[Knitting] for beginners
     [Parking] near the stadium
     [Training] for a first marathon
     [Working] at height is dangerous.
     [Knitting] too tightly is a fault.
     [Lambing] starts in a fortnight.
     [washing] powder`,
  );
  areTagged(
    'VERB',
    `[Speaking] at the meeting, he said no.
     [Walking] to the shop she fell.
     [Looking] back, it was easy.
     They stopped [sending] readings.
     He began [carving] spoons.`,
  );
});

test('a verb in -ing or -en of which this is no ending is not taken for a participle', () => {
  for (const text of [
    'Why do bridges [sing]?',
    'Bees [sting].',
    'The bells [ring].',
    'Crowds [bring] noise.',
    'Ropes [swing].',
  ])
    areTagged('VERB', text);
});

test('a participle that opens a line before a noun is an adjective', () => {
  areTagged(
    'ADJ',
    `[Lost] cat, reward.
     [Fried] rice recipe
     [Used] cars for sale
     [Broken] zip repair
     [Baked] beans on toast`,
  );
});

test('verbs after a lone subject, a conjunction, a state, and past forms are verbs', () => {
  areTagged(
    'VERB',
    `Numbness [spreads] along the band of skin.
     Snow [melts] on the hills.
     Limescale [collects] round the spout.
     The app [crashes] when a file is open.
     Simmer until the sauce [thickens].
     Bake until the juices [bubble].
     The pain eases as the foot [warms], then returns.
     The blisters [weep] and then crust over.
     Brakes [squeal] and doors slam.
     Spores [damage] the gut, and colonies dwindle.
     The court [heard] that he lied.
     The helpline [rang] out.
     [Woke] before the alarm.`,
  );
  areTagged(
    'NOUN',
    `They sorted the query [logs].
     The studies compare effectiveness [measures].
     She read eyewitness [accounts] of it.
     Experts discuss business [models].
     He made network [measures].
     [chicken] thighs`,
  );
});

test('lines of a list are tagged each by itself', () => {
  const list =
    'match needles to yarn\ncooking for students\nlost cat reward\nkickstand rattles\nnumbness spreads to hand\n';
  for (const [word, tag] of [
    ['yarn', 'NOUN'],
    ['cooking', 'NOUN'],
    ['lost', 'ADJ'],
    ['rattles', 'VERB'],
    ['numbness', 'NOUN'],
    ['spreads', 'VERB'],
  ])
    assert.equal(tokenOf(list, word).partOfSpeech, tag, word);
});

test('a word with a capital within is a name, and so is one before a name in a sentence', () => {
  areTagged(
    'PROPN',
    `They can reach [GateProtect] again.
     We import [MapXML] files.
     [HarborLine] client disconnects.
     It met at [Mahoning] Valley College.
     She left for [Reading] Borough Council.`,
  );
  areTagged('VERB', 'We want to [Visit] London Zoo.');
});

test('hyphened plurals and what is made of a verb and a particle are nouns', () => {
  areTagged(
    'NOUN',
    `It is built for [thru-hikers], bikers and all.
     Online [top-ups] can take an hour.
     The [spin-off] is tax-free.
     They got two shots of [6-in-1], a month apart.
     I get [nosebleeds] every morning.`,
  );
});

test('a participle in -ing before the subject that opens a sentence is of it', () => {
  areTagged(
    'NOUN',
    `[Handwriting] search works on tablets.
     Why? [Leading] zeros vanish.
     [Freezing] spray warning: all boats.
     [Landing] trips run from May.
     [Recurring] invoices are late.`,
  );
  areTagged('VERB', '[Citing] costs, the firm left.');
  areTagged('VERB', '[Wearing] clothes made of wool, he left.');
});

test('a headline that tells what happens has a verb where its subject and its object leave room for one', () => {
  const tagIn = (headline: string) => {
    const word = headline.match(/\[(.+)\]/)![1];
    return tokenOf(`${headline.replace(/[[\]]/g, '')}\n\nNobody was there on Monday.`, word).partOfSpeech;
  };
  for (const headline of [
    'Tornado [tears] through village',
    'Anglers [sue] water firm over sewage',
    'Coastal district [cuts] school buses',
    'Lithium [slides] as mines reopen',
    'Ferry rival Oarlink [files] papers for listing',
    'Gale warning: storm [batters] old pier',
    'Pensioners [face] longer queues at post offices',
  ])
    assert.equal(tagIn(headline), 'VERB', headline);
  for (const headline of [
    'Footbridge at the weir, train [strikes] in March',
    'Tax [cuts] for families in the spring budget',
    'Answers to your questions on bus [passes]',
    'The history of lighthouse [lamps] on the west coast',
    'Council says train [strikes] will end',
    'Old car [parks] by the river',
  ])
    assert.notEqual(tagIn(headline), 'VERB', headline);
  const wrapped = tokenOf('The effects of train strikes through\nthe winter were small.', 'strikes');
  assert.notEqual(wrapped.partOfSpeech, 'VERB');
});
