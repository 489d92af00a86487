/** Words of each language, commonest first, separated by spaces. */
declare const commonWords: Readonly<Record<'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'pl', string>>;
export default commonWords;
