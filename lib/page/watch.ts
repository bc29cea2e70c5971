import type { DomText, Span } from '../text/types';
import { listen } from './ear';
import { unlikeRead } from './unlike';

export interface PageWatch {
  /** Runs work that changes the DOM for our own sake, without noticing it. */
  quietly(work: () => void): void;
  /** What the reading that a change led to found: nothing new makes the next reading rarer. */
  settled(changed: boolean): void;
  /** A change that was told of could not be read then: tells of it again, at the usual pace. */
  changed(): void;
  stop(): void;
}

export interface WatchOptions {
  readonly root: Node;
  /** The present reading; null while there is none. */
  readonly reading: () => { readonly text: DomText; readonly body: Span | null } | null;
  readonly onChange: () => void;
  /** The page changes without end, and more than is worth hearing of; false: it has come to rest again. */
  readonly onRestless?: (restless: boolean) => void;
}

/** Quiet time after the last change before the page is read again, and the longest it can be put off, in ms. */
const QUIET = 400;
const LATEST = 2500;
/** Readings that found nothing new make the next one rarer: a page with a clock in it must not cost anything. */
const SLOWEST = 30_000;
/**
 * A clock inside the document is new at every reading. So many readings in a row that small changes led to are an edit;
 * more are a clock, and each makes the next rarer, until the page has been still for a while.
 */
const EDITS = 3;
const STILL = 5000;
/** A change of fewer characters outside the document's body is a clock, a counter, a ticker. */
const SMALL = 60;
/** A change of this many is content: it waits for no slow pace. */
const LARGE = 400;
/** Texts that are looked at to tell how large a change is. */
const MAX_TEXTS = 200;
/**
 * A reading is followed by so many times its own length of rest: it takes a tenth of the page's time at most. Where the page
 * never rests, hearing it costs something, too, and nobody can read what it says: a thirtieth.
 */
const REST = 9;
const REST_OF_RESTLESS = 29;

/**
 * Tells when the page's text may have changed. Debounced; our own element and changes made `quietly` never count, nor do
 * changes without text, nor small ones outside the document. A changed style, class or state counts where text is shown
 * or hidden by it, in the element itself or anywhere else (an opened fold, a tab, a box that is ticked); that is asked once
 * things are quiet, for it needs the layout.
 */
export function watchPage({ root, reading, onChange, onRestless = () => {} }: WatchOptions): PageWatch {
  const document = (root.ownerDocument ?? root) as Document;
  const view = document.defaultView;
  const Observer = (view as (Window & typeof globalThis) | null)?.MutationObserver ?? MutationObserver;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  let pace = QUIET;
  let stylePace = QUIET;
  let dirty = false;
  let large = false;
  let ticks = 0;
  let last = 0;
  let restyled = false;
  /** Characters that are seen and not read though the page was just read: no reading of ours takes them. */
  let known = 0;
  /** When the reading began that the last change led to, and until when none is to follow it. */
  let begun: number | null = null;
  let rested = 0;
  let floods = false;
  let heeding = false;

  /** What was begun then has ended; nothing else is begun for nine times as long. */
  const restAfter = (from: number): void => {
    const times = floods ? REST_OF_RESTLESS : REST;
    rested = Date.now() + Math.min(SLOWEST, times * (Date.now() - from));
  };

  const schedule = (): void => {
    const now = Date.now();
    if (timer === undefined) first = now;
    else clearTimeout(timer);
    if (ticks > 0 && now - last > STILL) {
      ticks = 0;
      pace = QUIET;
    }
    last = now;
    const quiet = dirty ? pace : stylePace;
    // At a slow pace what goes on changing is read in between: it would never be quiet for so long.
    const due = quiet > QUIET ? first + quiet - now : Math.min(QUIET, first + LATEST - now);
    const wait = Math.max(0, due, rested - now);
    timer = setTimeout(() => {
      timer = undefined;
      if (rested > Date.now()) {
        schedule();
        return;
      }
      heed();
      const from = Date.now();
      const shown = !dirty && restyled && toggled();
      const changed = dirty || shown;
      if (!changed) restAfter(from);
      if (!dirty) stylePace = shown ? QUIET : Math.min(SLOWEST, stylePace * 2);
      dirty = false;
      restyled = false;
      if (!changed) return;
      begun ??= Date.now();
      onChange();
    }, wait);
  };

  const matters = (record: MutationRecord): boolean => {
    const { target } = record;
    const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
    if (!element || element.closest('dutymark-root, script, style, textarea')) return false;
    const now = reading();
    const size = sizeOf(record);
    if (size === 0) return false;
    if (size >= LARGE) {
      pace = QUIET;
      large = true;
    }
    if (!now || size >= SMALL) return true;
    const from = now.text.offsetOf(target, 0);
    const to = now.text.offsetOf(target, target.nodeType === 1 ? target.childNodes.length : Number.MAX_SAFE_INTEGER);
    if (from === null || to === null || !now.body) return true;
    return from < now.body.end && to > now.body.start;
  };

  /** Whether the page shows what was not read, or hides what was. */
  const toggled = (): boolean => {
    const text = reading()?.text;
    return !text || Math.abs(unlikeRead(root, text) - known) >= SMALL;
  };

  /** Something may be shown by a style that looks at it: asked once things are quiet. */
  const look = (): void => {
    restyled = true;
    schedule();
  };

  /** A hand that pressed something waits for what it opens, whatever was looked for in vain before. */
  const pressed = (event: Event): void => {
    if (!event.isTrusted) return;
    stylePace = QUIET;
    look();
  };

  /** Counts a batch that sets much text anew as that many records: ten of them in a second are a flood. */
  const take = (records: readonly MutationRecord[]): number => {
    let wanted = false;
    const content = records.filter((record) => record.type !== 'attributes');
    // What is known to be read again, and at once, is looked at no closer.
    if (content.length > 0 && ((dirty && large) || content.some(matters))) dirty = wanted = true;
    for (const record of records) {
      const isStyle = record.type === 'attributes' ? !isOurs(record.target) : changesSheets(record);
      if (isStyle) restyled = wanted = true;
    }
    if (wanted) schedule();
    return content.some((record) => record.type === 'childList' && sizeOf(record) >= LARGE) ? LARGE : 0;
  };

  const ear = listen({
    Observer,
    target: root.nodeType === 9 ? (document.documentElement ?? root) : root,
    of: {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['style', 'class', 'hidden', 'open', 'aria-expanded', 'aria-hidden', 'data-state'],
    },
    take,
    onFlood() {
      dirty = true;
      schedule();
    },
    onRestless(restless) {
      floods = restless;
      onRestless(restless);
    },
  });
  // What the page says of itself as a whole is said in attributes of any name. Once heard, it is not heard again before it was
  // looked at: a page may say it thousands of times a second, and pays for each time that somebody listens.
  const frame = new Observer(() => {
    frame.disconnect();
    heeding = false;
    look();
  });
  const heed = (): void => {
    if (heeding) return;
    heeding = true;
    for (const element of [document.documentElement, document.body])
      if (element) frame.observe(element, { attributes: true });
  };
  heed();
  // A box that is ticked, a fold that is opened, a place that is led to, and a sheet that is switched off change no
  // attribute at all.
  const listeners = [
    [document, 'change', look],
    [document, 'toggle', look],
    [document, 'click', pressed],
    [view, 'hashchange', look],
  ] as const;
  for (const [where, event, listener] of listeners)
    where?.addEventListener(event, listener, { capture: true, passive: true });

  return {
    quietly(work) {
      take(ear.takeRecords());
      work();
      ear.takeRecords();
    },
    settled(changed) {
      const from = begun ?? Date.now();
      begun = null;
      ticks = changed && !large ? ticks + 1 : 0;
      pace = changed && ticks <= EDITS ? QUIET : Math.min(SLOWEST, pace * 2);
      large = false;
      const text = reading()?.text;
      if (!changed && text) known = unlikeRead(root, text);
      restAfter(from);
    },
    changed() {
      dirty = true;
      schedule();
    },
    stop() {
      clearTimeout(timer);
      ear.stop();
      frame.disconnect();
      for (const [where, event, listener] of listeners) where?.removeEventListener(event, listener, { capture: true });
    },
  };
}

const isOurs = (node: Node): boolean => (node as Element).localName === 'dutymark-root';

/** Whether a style sheet came or went, or says something else. */
function changesSheets({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const isSheet = (node: Node | null) => /^(?:style|link)$/.test((node as Element | null)?.localName ?? '');
  return isSheet(target) || isSheet(target.parentNode) || [...addedNodes, ...removedNodes].some(isSheet);
}

/** How many characters a change touches, as far as it is worth counting; 0 for one that concerns no text. */
function sizeOf(record: MutationRecord): number {
  if (record.type === 'characterData') return (record.target.nodeValue ?? '').trim().length;
  let size = 0;
  for (const nodes of [record.addedNodes, record.removedNodes]) {
    for (const node of nodes) {
      if (node.nodeType === 1 && /^(?:dutymark-root|script|style|link)$/.test((node as Element).localName)) continue;
      if (node.nodeType === 1 || node.nodeType === 3) size += lengthOf(node);
      if (size >= LARGE) return size;
    }
  }
  return size;
}

/** Without putting all of it together: it may be the whole page, sixty times a second. */
function lengthOf(node: Node): number {
  const texts = (node.ownerDocument as Document).createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let length = node.nodeType === 3 ? (node as Text).data.trim().length : 0;
  for (let count = 0; length < LARGE && count < MAX_TEXTS && texts.nextNode(); count++) {
    length += (texts.currentNode as Text).data.trim().length;
  }
  return length;
}
