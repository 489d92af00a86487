import type { TextDocument } from './document.js';
import { textOfMarkup } from './markup.js';

/** What is used of an element of the document object model. */
interface PageElement {
  readonly textContent: string | null;
  innerHTML: string;
  querySelector(selectors: string): PageElement | null;
  remove(): void;
}

/** What is used of a document of the document object model. */
export interface PageDocument {
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): ArrayLike<PageElement> & Iterable<PageElement>;
}

/** The packages that HTML is read with. */
export interface PageReader {
  /** Parses a whole page; nothing in it runs. */
  readonly parse: (html: string) => PageDocument;
  /** The class of the package @mozilla/readability. */
  readonly Readability: new (
    page: never,
    options: { readonly maxElemsToParse: number },
  ) => { parse(): { readonly title?: string | null | undefined; readonly content?: string | null | undefined } | null };
}

/** Elements of a page, at most. */
const MOST_ELEMENTS = 300_000;
/** Longest title and heading, in code units. */
const LONGEST_TITLE = 1000;
/** What is on a page beside its text. Code and programs are left out by {@link textOfMarkup}. */
const BESIDE =
  'title, nav, dialog, script, style, template, noscript, [hidden], [aria-modal="true"], [role="navigation"], [role="dialog"], [role="alertdialog"], [role="banner"], [role="contentinfo"], [role="search"], [role="menu"], [role="menubar"]';
/** Banners that ask for consent, by what their makers call them. */
const CONSENT = ['cookie', 'consent', 'gdpr', 'onetrust', 'privacy-banner']
  .flatMap((name) => [`[id*="${name}" i]`, `[class*="${name}" i]`])
  .join(', ');

/**
 * The main text of a web page, without menus, banners, programs and code. Its title is its heading where the title of
 * the page has that, too; else its title without the name of the site.
 *
 * @throws Error for a page with too many elements
 */
export function readWebPage(html: string, { parse, Readability }: PageReader): TextDocument {
  const page = parse(html);
  const named = words(page.querySelector('head title, title')?.textContent);
  const headingsOf = (name: string) =>
    Array.from(page.querySelectorAll(name), ({ textContent }) => words(textContent)).filter(Boolean);
  const headings = headingsOf('h1');
  // Some pages keep the largest heading for the name of the site.
  const parts = headingsOf('h2').filter(({ length }) => length >= named.length / 3);
  for (const element of page.querySelectorAll(BESIDE)) element.remove();
  for (const element of page.querySelectorAll(CONSENT)) {
    // A page about biscuits is named after them as a whole.
    if (!element.querySelector('h1, article, main')) element.remove();
  }
  const whole = page.querySelector('body')?.innerHTML ?? '';
  const found = new Readability(page as never, { maxElemsToParse: MOST_ELEMENTS }).parse();
  const text = textOfMarkup(found?.content ?? '') || textOfMarkup(whole);
  const heading =
    [...headings, ...parts].find((heading) => named.includes(heading)) ?? (named === '' ? headings[0] : undefined);
  return { title: heading ?? (words(found?.title) || named || undefined), text };
}

const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
