import type { Resolution } from '../anchor/types';
import { characterAt } from '../paint/hit';
import type { Mark, Painter } from '../paint/types';
import { addressOf } from '../text/address';
import type { DomText, Span } from '../text/types';
import type { Duty } from '../units/types';
import { concerns, findKept, isEmpty, type Kept, nothingKept } from './anchoring';
import { copyOf } from './copying';
import { drafting } from './drafting';
import { draftSource } from './drafts';
import { nobody } from './engine';
import { targetsOn } from './hits';
import { keeping } from './keeping';
import { Layers } from './layers';
import { listeners } from './listeners';
import { marksOf, type PageMark } from './marks';
import { oursIn, oursOfShown } from './ours';
import { overlay } from './overlay';
import { pace } from './pace';
import { painterOn } from './painting';
import { bodyOf, codeOf, type PageReading, readDocument, renamed, sameText, walkPage } from './reading';
import { placeOf, show } from './reveal';
import { selectedSpan, textOf } from './selection';
import type { PageSession, SessionOptions } from './session-types';
import { counted } from './shadows';
import type { PageErrorCode, PageSnapshot, PageTarget } from './types';
import { type PageWatch, watchPage } from './watch';

/** Starts a session on a page. It reads when `read()` is called, and after that whenever the page changes. */
export function createPageSession(root: Element | Document, options: SessionOptions): PageSession {
  const document = (root.ownerDocument ?? root) as Document;
  const { store, engine, exclude, printed, url: address = () => addressOf(document) } = options;
  const [life, apart] = [new AbortController(), counted(root)];
  const snapshots = listeners<PageSnapshot | null>();
  const selects = listeners<PageTarget>();

  // ── what is known; only the functions below change it ──
  let reading: PageReading | null = null;
  let revision = 0;
  let state: PageSnapshot['state'] = 'reading';
  let progress = 0;
  let error: PageErrorCode | null = null;
  let mine = options.mine ?? nobody;
  let shown = options.shown ?? (() => true);
  let duties: readonly Duty[] = [];
  let kept: Kept = nothingKept;
  let anchors: Readonly<Record<string, Resolution>> = {};
  let marks: PageMark[] = [];
  let painter: Painter | null = null;
  let selection: Span | null = null;
  let restless = false;
  // ── what is under way ──
  const layers = new Layers();
  const keep = keeping(store);
  let watch: PageWatch | null = null;
  let turn: AbortController | null = null;
  let work: Promise<void> = Promise.resolve();
  const flow = pace(
    () => void start(true),
    () => watch?.changed(),
  );

  // ── what no reading in between may lose: anchorings begun and ended; revisions the store was asked and told of ──
  const done = { begun: 0, anchored: 0, recognised: 0, told: 0 };

  const current = (): PageSnapshot => ({
    url: address(),
    title: document.title,
    revision,
    state,
    progress,
    error,
    documentId: reading?.identity.id ?? null,
    fingerprint: reading?.identity.fingerprint ?? null,
    policy: reading?.policy ?? null,
    duties,
    anchors,
    restless,
    apart: state === 'reading' ? 0 : apart(`${revision} ${state}`),
    selection: reading && selection ? textOf(reading.text, selection) : null,
  });

  const tell = (): void => {
    if (!life.signal.aborted) snapshots.tell(current());
  };
  const repaint = (): void => {
    if (!reading) return;
    marks = marksOf({ policy: reading.policy, duties, ...kept, anchors }, shown);
    const all: Mark[] = [...marks, ...over.marks()];
    painter?.paint(restless ? over.marks() : all);
    layers.paint(all);
  };

  const whose = () => mine;
  const refresh = (): void => {
    repaint();
    tell();
  };

  /** Takes over a revision; what was known of the one before is void. */
  const adopt = (next: PageReading, its: readonly Duty[]): void => {
    painter?.clear();
    [reading, duties] = [next, its];
    revision++;
    kept = nothingKept;
    anchors = {};
    layers.setText(next.text);
    selection = layers.selected() ?? selectedSpan(next.text);
    over.clear();
    painter = painterOn(options, () => watch, next.text);
    [state, progress, error] = ['ready', 1, null];
    refresh();
  };

  const fail = (code: PageErrorCode): void => {
    painter?.clear();
    layers.setText(null);
    [painter, reading] = [null, null];
    [marks, duties, anchors] = [[], [], {}];
    [state, error] = ['failed', code];
    tell();
  };

  /** Has what is ours follow the units, the decisions and the name that the document is known by. */
  const reckon = async (): Promise<void> => {
    const found = await oursOfShown(() => reading, engine, whose, life.signal);
    if (typeof found === 'string') return fail(found);
    if (!found) return;
    duties = found;
    refresh();
  };

  /** The document may be kept already, seen elsewhere or in another version: then it is that one. */
  const recognise = async (signal: AbortSignal): Promise<void> => {
    if (!reading) return;
    const { identity, policy } = reading;
    const id = await store.recognise({ ...identity, url: address(), policy });
    signal.throwIfAborted();
    if (id === identity.id) return;
    reading = { ...reading, identity: { ...identity, id } };
    await reckon();
  };

  /** Brings what is kept of the document in, and finds it in the page. */
  const anchor = async (signal: AbortSignal, fresh: boolean): Promise<void> => {
    if (!reading) return;
    const [own, of] = [++done.begun, revision];
    try {
      if (done.recognised !== of) {
        await recognise(signal);
        done.recognised = of;
      }
      const { identity, policy } = reading;
      const found = await findKept(store, reading, { kept, anchors }, signal);
      const nothingNew = isEmpty(kept) && isEmpty(found.kept);
      ({ kept, anchors } = found);
      done.anchored = Math.max(done.anchored, own);
      if (!nothingNew) refresh();
      if (!fresh) return;
      void keep({ ...identity, url: address(), policy }, kept, anchors, signal).then(() => {
        if (!signal.aborted && revision === of) done.told = of;
      });
    } catch (reason) {
      // The page is read and painted all the same; a store that does not answer is told where something is to be kept.
      if (!signal.aborted) console.debug('[dutymark] store:', reason);
    }
  };

  const readOnce = async (signal: AbortSignal, again: boolean): Promise<void> => {
    const onProgress = (share: number): void => {
      if (state !== 'reading' || share - progress < 0.05) return;
      progress = share;
      tell();
    };
    try {
      const text = await walkPage(root, { ...(exclude && { exclude }), ...(printed && { printed }) }, signal);
      if (again && reading && sameText(reading.text, text)) {
        adoptNodes(text);
        watch?.settled(false);
        flow.end(signal);
        if (done.anchored < done.begun || done.told !== revision) await anchor(signal, true);
        return;
      }
      const found = await readDocument(text, engine, signal, onProgress);
      signal.throwIfAborted();
      const same = reading?.identity.fingerprint === found.identity.fingerprint;
      const next = renamed(found, reading);
      adopt(next, await oursIn(next, engine, whose, signal));
      watch?.settled(!same);
      flow.end(signal);
      await anchor(signal, true);
    } catch (reason) {
      if (!signal.aborted) fail(codeOf(reason));
    } finally {
      flow.end(signal);
    }
  };

  /** The page says the same in other nodes: everything known stays, only the paint moves. */
  const adoptNodes = (text: DomText): void => {
    if (!reading) return;
    painter?.clear();
    reading = { ...reading, text };
    painter = painterOn(options, () => watch, text);
    repaint();
  };

  const start = (again: boolean): Promise<void> => {
    // A new turn ends the one before; `dispose` ends both.
    turn?.abort();
    turn = new AbortController();
    const { signal } = turn;
    flow.begin(signal);
    if (!again) {
      state = 'reading';
      progress = 0;
      tell();
    }
    if (!watch && options.watch !== false) {
      watch = watchPage({
        root,
        reading: () => (reading ? { text: reading.text, body: bodyOf(reading) } : null),
        onChange: flow.changed,
        onRestless(now) {
          restless = now;
          refresh();
        },
      });
    }
    work = readOnce(signal, again);
    return work;
  };

  let led: Span | null = null;
  const place = (target: PageTarget): Span | null => placeOf(target, { reading, anchors, revision });
  const selected = (): Span | null => layers.selected() ?? (reading && selectedSpan(reading.text));
  /** The live selection, which keys may just have made; where a field of ours took it, the last one. */
  const fromSelection = (): Span | null => selected() ?? selection;
  const over = overlay(repaint, fromSelection, () => reading?.text, layers);

  return {
    current,
    snapshot: async () => current(),
    seen: () => reading && { ...reading.identity, url: address(), policy: reading.policy },
    read: () => start(false),
    async reveal(target) {
      const span = place(target);
      if (!reading || !span) return false;
      led = { ...span };
      return [show(reading.text, span, painter), layers.reveal(span)].some(Boolean);
    },
    ledTo: () => led,
    ...drafting({
      source: () => draftSource(reading, address(), duties),
      selection: fromSelection,
      found: (id) => anchors[id]?.span ?? null,
    }),
    onSnapshot: snapshots.add,
    onSelect: selects.add,
    select: selects.tell,
    setMine(next) {
      mine = next;
      work = Promise.all([work, reckon()]).then(() => undefined);
    },
    setShown(next) {
      shown = next;
      repaint();
    },
    storeChanged(change) {
      if (!reading || !concerns(change, reading.identity.id)) return;
      work = Promise.all([work, anchor(turn?.signal ?? life.signal, false)]).then(() => undefined);
    },
    targetsAt: (x, y) => (reading ? targetsOn(marks, layers.characterAt(x, y) ?? characterAt(reading.text, x, y)) : []),
    attach: (layer) => layers.add(layer),
    ...over.calls,
    selectionChanged() {
      const next = selected();
      if (next?.start === selection?.start && next?.end === selection?.end) return;
      selection = next;
      tell();
    },
    annotatedCopy: async () => copyOf({ root, reading, url: address(), marks, kept, anchors, mine }),
    kept: () => kept,
    reading: () => reading,
    marks: () => marks,
    spanOf: place,
    rangeOf: (span) => reading?.text.rangeOf(span) ?? null,
    async settled() {
      await work;
      await painter?.settled();
    },
    dispose() {
      if (life.signal.aborted) return;
      life.abort();
      turn?.abort();
      watch?.stop();
      for (const each of [painter, snapshots, selects]) each?.clear();
    },
  };
}
