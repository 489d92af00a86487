import type { Mammoth } from '../../documents/docx.js';
import type { Unpdf } from '../../documents/pdf.js';
import type { DocumentPackages } from '../../documents/read-document.js';
import type { PageDocument, PageReader } from '../../documents/web-page.js';
import { importPackage } from '../platform/import-package.js';

/** The packages that documents are read with; none is a dependency, for most users need none. */
export const documentPackages: DocumentPackages = {
  async html() {
    const needed = '@mozilla/readability linkedom';
    const { Readability } = (await load('HTML', '@mozilla/readability', needed)) as Pick<PageReader, 'Readability'>;
    const { parseHTML } = (await load('HTML', 'linkedom', needed)) as {
      parseHTML(html: string): { document: PageDocument };
    };
    return { Readability, parse: (html) => parseHTML(wholePage(html)).document };
  },
  pdf: async () => (await load('PDF', 'unpdf')) as Unpdf,
  async docx() {
    const loaded = (await load('Word', 'mammoth')) as Mammoth & { readonly default?: Mammoth };
    return loaded.default ?? loaded;
  },
};

/** A page with the elements that HTML lets its author leave out, and that this parser does not put in. */
function wholePage(html: string): string {
  const start = html.slice(0, 100_000);
  if (/<body[\s>]/i.test(start)) return /<html[\s>]/i.test(start) ? html : `<html>${html}</html>`;
  const head = /<\/head\s*>/i.exec(start);
  const cut = head ? head.index + head[0].length : 0;
  const inHead = html.slice(0, cut).replace(/<!doctype[^>]*>|<html[^>]*>/gi, '');
  return `<html>${inHead || '<head></head>'}<body>${html.slice(cut).replace(/<!doctype[^>]*>|<\/?html[^>]*>/gi, '')}</body></html>`;
}

function load(what: string, name: string, install = name): Promise<unknown> {
  return importPackage([name], { en: `Reading ${what}`, zh: `读取 ${what} ` }, install);
}
