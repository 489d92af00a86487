import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptStopWords } from '../../../packages/core/dist/text/stop-words.js';
import { type WordClass, wordClass } from '../../../packages/core/dist/text/word-class.js';
import { tokenOf } from './english.js';

/** Texts with a word in brackets, and its class. */
function areOfClass(its: WordClass, marked: string): void {
  for (const line of marked.trim().split('\n')) {
    const word = /\[(.+?)\]/.exec(line)![1];
    const token = tokenOf(line.trim().replace(/[[\]]/g, ''), word);
    assert.equal(wordClass(token), its, `${line.trim()} (${token.partOfSpeech})`);
  }
}

test('stop words do not beat names and abbreviations', () => {
  areOfClass(
    'content',
    `He lives in [New] York now.
     [New] Zealand won.
     [General] Electric rose.
     He works for [General] Motors there.
     Officials of the [US] said so.
     The [WHO] warned them.
     We hired [IT] workers there.
     The [Who] played again.
     He met Theresa [May] there.
     They went to the [Far] East.`,
  );
});

test('a capital alone makes no name of a stop word', () => {
  areOfClass(
    'break',
    `[Several] methods failed.
     [Further] experiments are needed.
     [Recent] advances help.
     [Who] said that?
     [It] works.
     They told [us] so.
     [May] they win!
     THIS IS NO [OTHER] PARTY.`,
  );
});

test('what is only uttered, and days that only point, are in no phrase', () => {
  areOfClass(
    'break',
    `So, [um], it works.
     And [uh], it works.
     It failed, [lol], again.
     Well, [hmm], it works.
     He comes [today], they say.
     They left [yesterday], he says.`,
  );
});

test('adjectives that are stop words open phrases', () => {
  areOfClass(
    'lead',
    `We study [open] systems here.
     It is about [first] order logic.
     The theory of [general] relativity holds.
     It has a [long] term memory.
     The [second] language is hard.
     It has [low] noise.`,
  );
  areOfClass(
    'break',
    'We study [different] systems.\nWe show [other] systems.\nIt has [several] parts.\nThe [same] systems failed.\nIt is an [important] system.',
  );
});

test('adjectives that judge or point are in no phrase', () => {
  areOfClass(
    'break',
    `The [proposed] method works.
     Its [main] problem is noise.
     A [novel] approach is shown.
     It needs [additional] memory.
     It beats [existing] systems.`,
  );
  areOfClass('content', 'He read a [novel] there.');
});

test('nouns that are stop words are in phrases and no keyword alone', () => {
  areOfClass(
    'part',
    `An initial [value] problem is solved.
     The side [effect] is strong.
     The use [case] is shown.
     Two [orders] of magnitude are lost.
     The path [length] matters.
     The vitamin [C] content is high.`,
  );
});

test('a word that ties two nouns or names is a link', () => {
  areOfClass(
    'link',
    `It has degrees [of] freedom.
     We measure quality [of] service here.
     It depends on points [of] view.
     The Bank [of] America paid.
     The University [of] Chicago closed.`,
  );
  areOfClass(
    'link',
    "It is Lob['s] Theorem.\nThe Ontario Teachers['] Pension Plan paid.\nSt. John['s] Hospital closed.\nHe read Finnegan['s] Wake.\nThey saw Schindler['s] List.",
  );
  areOfClass(
    'break',
    "It is the use [of] wavelets.\nThe dog['s] bone is old.\nObama['s] speech was long.\nMost [of] them left.\nIt consists [of] cells.",
  );
});

test('numbers are in phrases where the phrase needs them', () => {
  areOfClass(
    'part',
    'The Haskell [98] type system is old.\nMany Web [2.0] applications fail.\nA TrailLite [40] backpack is light.\nThe Windows [7] team won.\nThe MacOS [9] is old.',
  );
  areOfClass(
    'lead',
    'The [100] meter dash was won.\nA [5] year plan failed.\nThe [24] hour service ended.\nThe [12] inch flap broke.\nA [7] day course began.',
  );
  areOfClass(
    'break',
    'It costs [40] dollars.\nAbout [30] people came.\nIn [1998] they left.\nThe [23] percent rise was small.\nThey sold [734] blocks.',
  );
});

test('stop words that somebody gives beat names too', () => {
  const given = new Set([...keptStopWords]);
  for (const [text, word] of [
    ['He lives in New York.', 'New'],
    ['The WHO warned them.', 'WHO'],
    ['We study open systems.', 'open'],
    ['An initial value problem.', 'value'],
    ['General Electric rose.', 'General'],
  ]) {
    assert.equal(wordClass(tokenOf(text, word), given), 'break', text);
  }
});
