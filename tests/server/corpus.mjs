import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/setup.mjs';
import { escapeHtml, page } from './furniture.mjs';

/** Folder of the real documents, or null where they are not beside the checkout. */
export function corpusDir() {
  const path = process.env.DUTYMARK_CORPUS ?? join(root, '..', 'shared', 'corpus');
  return existsSync(path) ? path : null;
}

/** Sites set the same text in different ways; a reader has to take them all. */
const settings = {
  /** A paragraph for each run of lines, its line breaks kept. */
  br: (text) =>
    text
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => `<p>${escapeHtml(part).replace(/ *\n/g, '<br>\n')}</p>`)
      .join('\n'),
  /** A paragraph for each printed line. */
  lines: (text) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `<p>${escapeHtml(line.trim())}</p>`)
      .join('\n'),
  pre: (text) => `<pre style="white-space:pre-wrap">${escapeHtml(text)}</pre>`,
};

/** A document of the corpus with the site's furniture around it; null when there is none. */
export function corpusPage(name, as) {
  const path = join(corpusDir() ?? '', 'documents', `${name}.txt`);
  if (!corpusDir() || !existsSync(path)) return null;
  // Headings of the text files are marked as in Markdown; a site prints them without.
  const text = readFileSync(path, 'utf8').replace(/^#+ +/gm, '');
  const title = /(?:关于印发|关于)[\s\S]{4,120}?(?:通知|方案|报告)/.exec(text)?.[0].replace(/\s/g, '') ?? name;
  return page({ title, html: (settings[as] ?? settings.br)(text), issuer: '临澜县人民政府办公室', policy: true });
}
