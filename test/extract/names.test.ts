import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractKeywords, modelForText } from '../../packages/core/dist/node.js';

const modelOf = modelForText('auto');
const keywordsOf = async (language: string, text: string) =>
  extractKeywords(await modelOf(text, language), text, { topN: 20 }).map((keyword) => keyword.text);

async function check(language: string, text: string, has: readonly string[], hasNot: readonly string[]) {
  const found = await keywordsOf(language, text);
  for (const keyword of has) assert.ok(found.includes(keyword), `no ${keyword} in ${found.join(', ')}`);
  for (const keyword of hasNot) assert.ok(!found.includes(keyword), `${keyword} in ${found.join(', ')}`);
}

test('a part of a name that the text never says alone is no keyword, one that it does is', async () => {
  for (const [language, text, has, hasNot] of [
    [
      'es',
      'La empresa Naranjal Foods abre una fábrica en Murcia.',
      ['Naranjal Foods', 'Murcia'],
      ['Naranjal', 'Foods'],
    ],
    ['pt', 'Ontem o Grémio Desportivo venceu em casa.', ['Grémio Desportivo'], ['Grémio', 'Desportivo']],
    ['fr', 'Le maire Olivier Castaing promet un bassin.', ['Olivier Castaing'], ['Olivier', 'Castaing']],
    ['pl', 'Trener Marek Wojtowicz przyznał się do błędów.', ['Marek Wojtowicz'], ['Wojtowicz', 'Marek']],
    ['nl', 'Vakbond FNV eist een sociaal plan voor het bedrijf.', ['FNV'], []],
    ['de', 'Der TSV Wernau gewann das Finale. In Wernau wird gefeiert.', ['TSV Wernau', 'Wernau'], ['TSV']],
    [
      'it',
      'Il Lanificio Bertoldi assume. Federica Bertoldi è contenta.',
      ['Lanificio Bertoldi', 'Bertoldi'],
      ['Lanificio'],
    ],
  ] as const)
    await check(language, text, has, hasNot);
});

test('a firm with & is one name', async () => {
  for (const [language, text, firm, part] of [
    ['de', 'Der Konzern Hartwig & Lenz kauft einen Hersteller von Sensoren.', 'Hartwig & Lenz', 'Lenz'],
    ['fr', 'La maison Moreau & Fils vend des vélos.', 'Moreau & Fils', 'Fils'],
    ['nl', 'Het bedrijf Bakker & Visser bouwt een brug.', 'Bakker & Visser', 'Visser'],
  ] as const)
    await check(language, text, [firm], [part]);
});

test('small words inside a name with hyphens do not part it', async () => {
  for (const [language, text, name] of [
    ['fr', "L'usine de Bourg-en-Bresse recrute des ouvriers.", 'Bourg-en-Bresse'],
    ['fr', 'Un musée ouvre à Neuilly-sur-Seine.', 'Neuilly-sur-Seine'],
    ['ru', 'Поезд приехал из Ростова-на-Дону.', 'Ростов-на-Дону'],
  ] as const)
    await check(language, text, [name], []);
});

test('of a Russian town with a preposition within only the first word is put in the nominative', async () => {
  for (const [text, name] of [
    ['В Ростове-на-Дону открыли мост.', 'Ростов-на-Дону'],
    ['Автобус едет к Ростову-на-Дону.', 'Ростов-на-Дону'],
    ['Во Франкфурте-на-Майне прошла выставка.', 'Франкфурт-на-Майне'],
    ['В Славянске-на-Кубани открыли завод.', 'Славянск-на-Кубани'],
    ['Завод стоит в Комсомольске-на-Амуре.', 'Комсомольск-на-Амуре'],
  ] as const)
    await check('ru', text, [name], []);
});

test('after whom something is called is put in the nominative, but for streets', async () => {
  for (const [language, text, person, genitive] of [
    ['ru', 'Ученики школы имени Юрия Гагарина посадили деревья.', 'Юрий Гагарин', 'Юрия Гагарина'],
    ['ru', 'Музей имени Анны Ахматовой открыт. Анна Ахматова жила здесь.', 'Анна Ахматова', 'Анны Ахматовой'],
    ['pl', 'Szkoła imienia Jana Kochanowskiego otwiera salę.', 'Jan Kochanowski', 'Jana Kochanowskiego'],
    ['ru', 'На улице Ленина открыли кафе.', 'Ленина', 'Ленин'],
  ] as const)
    await check(language, text, [person], [genitive]);
});

test('the name of a person does not begin with the country or the ministry before it', async () => {
  for (const [language, text, person, glued] of [
    ['fr', 'Le premier ministre de l’Inde Narendra Kohli arrive mardi.', 'Narendra Kohli', 'Inde Narendra Kohli'],
    ['fr', 'Le ministre de la Justice Alain Dupré démissionne.', 'Alain Dupré', 'Justice Alain Dupré'],
    [
      'es',
      'El presidente de Francia Emmanuel Marchand viaja a Roma.',
      'Emmanuel Marchand',
      'Francia Emmanuel Marchand',
    ],
    ['it', 'Il ministro della Cultura Paolo Ferri apre il museo.', 'Paolo Ferri', 'Cultura Paolo Ferri'],
    ['pt', 'O presidente da França Emmanuel Marchand chega hoje.', 'Emmanuel Marchand', 'França Emmanuel Marchand'],
    [
      'nl',
      'De president van Frankrijk Emmanuel Marchand komt later.',
      'Emmanuel Marchand',
      'Frankrijk Emmanuel Marchand',
    ],
    ['de', 'Der Kanzler Österreichs Karl Huber kam später.', 'Karl Huber', 'Österreichs Karl Huber'],
    ['ru', 'Он спорил с канцлером Германии Олафом Шольцем.', 'Олафом Шольцем', 'Германии Олафом Шольцем'],
    ['pl', 'Ambasador Stanów Zjednoczonych John Miller wręczył notę.', 'John Miller', 'Stany Zjednoczone John Miller'],
  ] as const)
    await check(language, text, [person], [glued]);
  // What goes on after a country may be its name.
  await check('fr', 'Les chaînes de France Télévisions changent.', ['France Télévisions'], []);
});

test('nor with a place of two words, of which the parts are kept where it is unsure', async () => {
  for (const [language, text, person, glued] of [
    ['es', 'El alcalde de Nueva York Eric Adams presentó el plan.', 'Eric Adams', 'York Eric Adams'],
    ['es', 'El alcalde de San Sebastián Eneko Goia habló.', 'Eneko Goia', 'San Sebastián Eneko Goia'],
    ['es', 'La alcaldesa de Los Ángeles Karen Bass habló ayer.', 'Karen Bass', 'Ángeles Karen Bass'],
    ['pt', 'O prefeito de São Paulo Ricardo Nunes falou ontem.', 'Ricardo Nunes', 'São Paulo Ricardo Nunes'],
    ['fr', 'Le maire de Saint Denis Mathieu Hanotin a parlé.', 'Mathieu Hanotin', 'Saint Denis Mathieu Hanotin'],
    ['fr', 'Le Premier ministre du Royaume-Uni Keir Starmer arrive.', 'Keir Starmer', 'Royaume-Uni Keir Starmer'],
    ['nl', 'De burgemeester van New York Eric Adams sprak gisteren.', 'Eric Adams', 'New York Eric Adams'],
  ] as const)
    await check(language, text, [person], [glued]);
  for (const [language, text, has] of [
    ['it', 'Il sindaco di Reggio Emilia Marco Massari ha parlato.', ['Reggio Emilia', 'Marco Massari']],
    ['es', 'El alcalde de Madrid José Luis Ferrer habló ayer.', ['Madrid', 'José Luis Ferrer']],
    ['pt', 'O prefeito do Rio de Janeiro Eduardo Paes falou ontem.', ['Rio de Janeiro', 'Eduardo Paes']],
    ['es', 'El presidente de la Junta de Andalucía Juan Moreno habló.', ['Junta de Andalucía', 'Juan Moreno']],
    ['fr', 'Le président de la République française Emmanuel Macron parle.', ['Emmanuel Macron']],
    ['es', 'El director de New York Times habló ayer.', ['New York Times']],
  ] as const)
    await check(language, text, has, []);
});

test('nor with a Polish town with a hyphen', async () => {
  for (const [text, person, town] of [
    ['Prezes Jastrzębia-Zdroju Anny Hetman podpisała umowę.', 'Anna Hetman', 'Jastrzębie-Zdrój'],
    ['Prezydent Bielska-Białej Jarosław Klimaszewski otworzył basen.', 'Jarosław Klimaszewski', 'Bielsko-Biała'],
    ['Spotkanie z burmistrzem Kędzierzyna-Koźla Janem Nowakiem odwołano.', 'Jan Nowak', 'Kędzierzyn-Koźle'],
  ] as const)
    await check('pl', text, [person, town], [`${town} ${person}`]);
  await check('pl', 'Wykład Marii Skłodowskiej-Curie odbył się wczoraj.', ['Maria Skłodowska-Curie'], []);
});

test('two German nouns in a row are a phrase only if the second may be a name', async () => {
  for (const [text, glued] of [
    ['Vor dem Servieren Schnittlauch über den Salat streuen.', 'Servieren Schnittlauch'],
    ['Die Probe hatte nur noch wenige Prozent Wassergehalt.', 'Prozent Wassergehalt'],
    ['Das Werk ersetzt Entlassungen Kurzarbeit und Verwaltungen Digitalisierung.', 'Verwaltungen Digitalisierung'],
  ] as const)
    await check('de', text, [], [glued]);
  for (const [text, name] of [
    ['Die Süddeutsche Zeitung berichtet über den Streit.', 'Süddeutsche Zeitung'],
    ['Die Frankfurter Allgemeine Zeitung berichtet darüber.', 'Frankfurter Allgemeine Zeitung'],
    ['Die Technische Universität Dresden sucht Studenten.', 'Technische Universität Dresden'],
    ['Die Rote Armee Fraktion war eine Gruppe.', 'Rote Armee Fraktion'],
    ['Die Kassenärztliche Bundesvereinigung warnt vor Kosten.', 'Kassenärztliche Bundesvereinigung'],
    ['Die Robert Bosch Stiftung zahlt das Projekt.', 'Robert Bosch Stiftung'],
  ] as const)
    await check('de', text, [name], []);
  await check('de', 'Der Hersteller Optisens baut Sensoren in Jena.', ['Hersteller Optisens'], []);
});

test('German adjectives are in a keyword only if the text has them in the nominative', async () => {
  for (const [text, has, hasNot] of [
    ['Nach jahrelangem Streit wurde das Dach saniert.', 'Streit', 'jahrelangem Streit'],
    ['Mit heißer Gemüsebrühe übergießen und ziehen lassen.', 'Gemüsebrühe', 'heißer Gemüsebrühe'],
    ['Sie schreibt einen stillen Familienroman am Deich.', 'Familienroman', 'stillen Familienroman'],
    ['Feuchte Blätter locken Pilze an. Pilze mögen feuchten Boden.', 'Feuchte Blätter', 'feuchten Boden'],
    ['In der Werkstatt des Uhrmachers Emil Hatz stehen Orgeln.', 'Emil Hatz', 'Uhrmachers Emil Hatz'],
  ] as const)
    await check('de', text, [has], [hasNot]);
  const found = await keywordsOf('de', 'Der alte Filter ist voll. Mit dem alten Filter läuft die Pumpe nicht.');
  assert.ok(
    found.some((one) => / Filter$/.test(one)),
    found.join(', '),
  );
});

test('a Romance phrase that goes on with a name, or begins within another, is no keyword', async () => {
  for (const [language, text, hasNot] of [
    ['fr', "Une équipe de l'hôpital Necker a suivi les enfants.", "équipe de l'hôpital"],
    ['it', "Uno studio dell'Università di Padova ha seguito i pazienti.", "studio dell'Università"],
    [
      'pt',
      'Os investigadores do Instituto de Medicina Molecular identificaram a proteína.',
      'investigadores do Instituto',
    ],
    ['pt', 'A lista da festa junina da rua já está pronta.', 'junina da rua'],
    ['es', 'Las exportaciones portuguesas de calzado cayeron.', 'portuguesas de calzado'],
  ] as const)
    await check(language, text, [], [hasNot]);
  // What is whole without the name stays.
  await check('fr', 'Le fabricant de jouets Merlin supprime des emplois.', ['fabricant de jouets'], []);
});
