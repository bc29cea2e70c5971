import { defineContentScript } from 'wxt/utils/define-content-script';
import { browser } from '../../lib/browser';
import { sampleOf } from '../../lib/page/sample';
import { glance } from '../../lib/policy/glance';
import { addressOf } from '../../lib/text/address';
import { wantAgent } from './want-agent';

/** Milliseconds that late content is waited for, and between two looks. */
const PATIENCE = 10_000;
const BETWEEN = 700;
const MOST_LOOKS = 8;

/** A page with fewer sentences has not got its article yet, whatever its title says; a table of so many rows is one. */
const SENTENCES = 3;
const ROWS = 4;

/** The head of a table that divides work: where its first column is merged, its numbers are fewer than its rows. */
const HEAD = /(?:牵头|责任|配合|主办|承办|负责)[^\n]{0,6}(?:单位|部门|科室|股室|处室)/;
const NUMBER = /^\s*[（(]?[\d一二三四五六七八九十]{1,4}[）).、．]?\s*$/;

/** A row of heads: a table that lays out the whole page has longer cells, or a table in one. */
const isHead = (row: HTMLTableRowElement): boolean =>
  row.cells.length >= 2 && !row.querySelector('table') && HEAD.test(row.textContent?.slice(0, 200) ?? '');

/** A table of tasks ends no sentence, but numbers its rows; the tables of facts above an article do not. */
function isTableOfTasks(): boolean {
  // A living list, which is not walked to its end: a table may have a million rows.
  const all = document.getElementsByTagName('tr');
  const rows = Array.from({ length: 60 }, (_, at) => all.item(at)).filter((row) => row !== null);
  const numbered = rows.filter(({ cells }) => cells.length >= 3 && NUMBER.test(cells[0]?.textContent ?? ''));
  return numbered.length >= ROWS || (rows.length > ROWS && rows.slice(0, ROWS).some(isHead));
}

function looksLikePolicy(): boolean {
  const sample = sampleOf(document);
  if ((sample.match(/[。；]/g)?.length ?? 0) < SENTENCES && !isTableOfTasks()) return false;
  const fields: Record<string, string> = {};
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name][content]')) {
    fields[meta.name.toLowerCase()] ??= meta.content.slice(0, 500);
  }
  return glance({ url: addressOf(document), title: document.title, fields, sample }) === 'likely';
}

/**
 * Every matched page and frame: is this a policy? A hit asks for the agent and ends it. Otherwise it looks again while
 * the page still fills, for ten seconds, and once more so when a script-driven site goes to another page. It adds
 * nothing to the page.
 */
export default defineContentScript({
  // Pages of files, too: the browser lets us in only where the user has allowed access to file addresses.
  matches: ['*://*.gov.cn/*', 'file:///*'],
  allFrames: true,
  // Frames by `srcdoc` or written by script: they belong to the page that made them.
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main() {
    if (document.contentType && !/html|xml|^text\/plain/.test(document.contentType)) return;
    // Loaded again by hand: the one that is there looks again, and no second one listens beside it.
    const world = globalThis as { dutymarkDetector?: () => boolean };
    if (world.dutymarkDetector?.()) return;
    let stop = (): void => {};
    let found = false;

    const look = (): boolean => {
      if (!looksLikePolicy()) return false;
      found = true;
      void wantAgent();
      return true;
    };

    const life = new AbortController();
    const watch = (): void => {
      stop();
      // An extension that was reloaded or updated left this script behind: it takes itself off the page.
      if (!browser.runtime?.id) {
        life.abort();
        return;
      }
      if (found || look()) return;
      let looks = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const observer = new MutationObserver(() => {
        timer ??= setTimeout(() => {
          timer = undefined;
          if (!browser.runtime?.id) watch();
          else if (look() || ++looks >= MOST_LOOKS) stop();
        }, BETWEEN);
      });
      observer.observe(document, { childList: true, subtree: true });
      const end = setTimeout(() => stop(), PATIENCE);
      stop = () => {
        observer.disconnect();
        clearTimeout(timer);
        clearTimeout(end);
      };
    };

    world.dutymarkDetector = () => {
      // One of an extension that was reloaded or updated answers nobody.
      if (!browser.runtime?.id) return false;
      found = false;
      watch();
      return true;
    };
    watch();
    const rest = { waiting: false, again: false };
    /** A page may go to another address of its own a thousand times a second: it is looked at now and then. */
    const gone = (): void => {
      rest.again = rest.waiting;
      if (rest.waiting) return;
      rest.waiting = true;
      watch();
      setTimeout(() => {
        rest.waiting = false;
        if (rest.again) gone();
      }, BETWEEN);
    };
    const { navigation } = window as { navigation?: EventTarget };
    const { signal } = life;
    if (navigation) navigation.addEventListener('navigatesuccess', gone, { signal });
    else {
      addEventListener('popstate', gone, { signal });
      addEventListener('hashchange', gone, { signal });
    }
  },
});
