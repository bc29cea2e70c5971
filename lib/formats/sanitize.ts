import createPurifier, { type Config } from 'dompurify';
import { ASIDE } from '../text/tags';
import { isUnseenAsWritten } from '../text/unseen';

/** The only declarations kept of inline styles: what says how text is set, or that it is hidden. None can load. */
const STYLE = /^(text-align|text-indent|font-weight|display|visibility|white-space)$/;
/** Addresses a link may lead to: the web, mail, and places in the page itself. */
const WHOLE = /^\s*(?:https?:|mailto:|#)/i;
const SAFE_VALUE = /^[\w .%-]{1,40}$/;

const config: Config = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: [
    'style',
    'form',
    'input',
    'button',
    'select',
    'option',
    'textarea',
    'audio',
    'video',
    'source',
    'track',
    'picture',
    'map',
    'area',
    'dialog',
    'marquee',
    'font',
  ],
  FORBID_ATTR: [
    'srcset',
    'background',
    'poster',
    'name',
    'action',
    'autofocus',
    'tabindex',
    'accesskey',
    'contenteditable',
  ],
  ALLOW_DATA_ATTR: false,
  ADD_ATTR: [ASIDE],
  ALLOW_ARIA_ATTR: false,
  // The tail lets through what is no address at all: the purifier asks this of every attribute (rowspan, title …).
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto):|data:image\/(?:png|jpeg|gif|webp);|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
};

let purifier: ReturnType<typeof createPurifier> | null = null;

function prepare() {
  const made = createPurifier(window);
  made.addHook('uponSanitizeAttribute', (element, data) => {
    if (data.attrName === 'style')
      data.attrValue = isUnseenAsWritten(element, data.attrValue) ? 'display: none' : cleanStyle(data.attrValue);
    // Names say where navigation and footers are, so they stay; with a prefix they cannot meet ours.
    if (data.attrName === 'class' || data.attrName === 'id') {
      data.attrValue = data.attrValue.trim().replace(/(^|\s+)(?!src-)(?=\S)/g, '$1src-');
    }
    // A picture from elsewhere would tell its site that the file was opened.
    if (data.attrName === 'src' && !/^data:image\//i.test(data.attrValue)) data.keepAttr = false;
    // The page is read away from its site: an address that is not whole would lead into the extension.
    if (data.attrName === 'href' && !(element.nodeName === 'A' && WHOLE.test(data.attrValue))) data.keepAttr = false;
  });
  made.addHook('afterSanitizeAttributes', (element) => {
    const href = element.nodeName === 'A' ? element.getAttribute('href')?.trim() : undefined;
    // A place in the page: its id carries the prefix.
    if (href?.startsWith('#')) element.setAttribute('href', href.replace(/^#(?!src-|$)/, '#src-'));
    else if (href !== undefined) {
      element.setAttribute('rel', 'noopener noreferrer');
      element.setAttribute('target', '_blank');
    }
    // Folded text is text: somebody who reads a saved page has no site to unfold it.
    if (element.nodeName === 'DETAILS') element.setAttribute('open', '');
    if (element.nodeName === 'IMG' && !element.hasAttribute('src')) element.remove();
  });
  return made;
}

function cleanStyle(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':').map((part) => part.trim()))
    .filter(([name = '', value = '', ...more]) => more.length === 0 && STYLE.test(name) && SAFE_VALUE.test(value))
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}

/**
 * HTML from outside, made fit to stand in a page of ours: no script, no style sheet, no form, nothing that loads from
 * elsewhere; links only to the web, mail and the page itself; names of classes and ids carry the prefix `src-`. What is
 * clean stays as it is. Needs a browser's DOM.
 */
export function sanitize(html: string): string {
  purifier ??= prepare();
  return purifier.sanitize(html, config) as string;
}
