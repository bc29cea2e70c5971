import { i18n } from '#i18n';
import { errorWords } from '../../components/errors';
import { Guest } from '../../components/guest/Guest';
import type { Anchor, Colour, Dismissal, FrameAct, Notice } from '../../components/guest/types';
import { sendMessage } from '../../lib/messages';
import { overlap, type Where } from '../../lib/page/note-draft';
import type { PageSession } from '../../lib/page/session-types';
import { standingOn } from '../../lib/page/twice';
import type { PageTarget } from '../../lib/page/types';
import { allMarks } from '../../lib/paint/types';
import { store } from '../../lib/store/client';
import { addedBy, newKey } from '../../lib/store/keys';
import type { NewTask, SeenDocument } from '../../lib/store/port';
import { addressOf } from '../../lib/text/address';
import { isAlive } from './alive';
import { anchorOf, anchorOfSelection, whereSelected } from './anchors';
import { cardOf, pillOf } from './facts';
import { createFrame } from './frame';
import type { Host } from './host';
import type { Preferences } from './preferences';
import { letGo, quiet } from './wires';

/** How long a notice stays; one that says what went wrong takes longer to read. */
const NOTICE_MS = 5000;
const BAD_NOTICE_MS = 12_000;

/** Our interface in the page: draws what the session knows and turns the reader's clicks into calls. */
export interface GuestView {
  draw(): void;
  /** The reader pressed in the page: what is selected next is another selection, be it of the same words. */
  pressed(): void;
  /** The reader let go of the mouse or a key: is something selected? */
  selected(): void;
  /** The reader clicked at a point of the page. */
  clicked(x: number, y: number): void;
  /** What was to be shown is not in this page. */
  missing(): void;
  /** Closes what is open; false when nothing was. */
  escape(): boolean;
}

/** @param makeFrame Tests look at what is shown without a frame. */
export function createGuest(
  session: PageSession,
  host: Host,
  preferences: Preferences,
  signal: AbortSignal,
  makeFrame = createFrame,
): GuestView {
  let dismissed = true;
  let asked = '';
  let marksShown = true;
  let toolbar: Anchor | null = null;
  /** The words for which the bar was sent away: it comes back for others. */
  let passed: string | null = null;
  /** The words that have a note already, and were to get another: a second click means it. */
  let twice: string | null = null;
  let about = '';
  let where: Where | null = null;
  /** A note stands in the bar that was not saved. */
  let unfinished = false;
  let card: { target: PageTarget; anchor: Anchor } | null = null;
  let notice: Notice | null = null;
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;

  const openPanel = (target: PageTarget | null) => isAlive() && quiet(sendMessage('openPanel', target));

  const say = (next: Notice): void => {
    notice = next;
    clearTimeout(noticeTimer);
    noticeTimer = setTimeout(
      () => {
        notice = null;
        draw();
      },
      next.bad ? BAD_NOTICE_MS : NOTICE_MS,
    );
    draw();
  };

  /** Runs a call of the store on the document as it stands; a failure is told in the page. */
  const keep = async (work: (seen: SeenDocument) => Promise<Notice | null>): Promise<void> => {
    const seen = session.seen();
    if (!seen) return;
    try {
      const said = await work(seen);
      if (said) say(said);
    } catch (error) {
      say({ text: errorWords(error), bad: true });
    }
  };

  /** What was there before is no news, and not to be undone. */
  const take = async (seen: SeenDocument, drafts: readonly NewTask[]): Promise<Notice> => {
    const key = newKey();
    const fresh = ids(addedBy(key, await store.addTasks(seen, drafts, key)));
    if (fresh.length === 0) return { text: i18n.t('guest.taken') };
    return {
      text: i18n.t('guest.taskAdded'),
      onUndo: () => void keep(() => store.removeTasks(fresh, true).then(hush)),
    };
  };
  const takeMeasure = (measureId: string) => keep(async (seen) => take(seen, await session.draftTasks([measureId])));
  const takeSelection = () =>
    keep(async (seen) => {
      const draft = await session.draftTask();
      if (!draft) return { text: i18n.t('guest.nothingSelected'), bad: true };
      const said = await take(seen, [draft]);
      closeToolbar();
      return said;
    });
  const annotate = (colour: Colour, note: string) =>
    keep(async (seen) => {
      const draft = await session.draftAnnotation();
      if (!draft) return { text: i18n.t('guest.nothingSelected'), bad: true };
      const words = session.current().selection;
      const there = standingOn(draft, session.kept().annotations, session.current().anchors);
      if (there && (there.colour !== colour || there.note !== note) && twice !== words) {
        twice = words;
        return { text: i18n.t('guest.noteThere') };
      }
      const key = newKey();
      const { id } = await store.addAnnotation(seen, { ...draft, colour, note }, key);
      closeToolbar();
      // What was there before is no news, and not to be undone.
      if (id !== key) return { text: i18n.t('guest.noted') };
      return {
        text: i18n.t('guest.noteAdded'),
        onUndo: () => void keep(() => store.removeAnnotations([id], true).then(hush)),
      };
    });
  const removeNote = (id: string) =>
    keep(async () => {
      const removed = await store.removeAnnotations([id]);
      card = null;
      return {
        text: i18n.t('guest.noteRemoved'),
        onUndo: () => void keep(() => store.restoreAnnotations(removed).then(hush)),
      };
    });
  /** After an undo there is nothing more to say. */
  const hush = (): null => {
    notice = null;
    draw();
    return null;
  };

  const closeToolbar = (): void => {
    unfinished = false;
    session.hold(false);
    toolbar = null;
    document.getSelection()?.removeAllRanges();
    session.selectionChanged();
    draw();
  };

  const dismiss = (how: Dismissal): void => {
    dismissed = true;
    draw();
    if (isAlive()) quiet(sendMessage('dismiss', { url: addressOf(document), how }));
  };

  const toggleMarks = (): void => {
    marksShown = !marksShown;
    const marks = preferences.now()?.marks ?? allMarks;
    session.setShown(marksShown ? (kind) => marks[kind] : () => false);
    draw();
  };

  /** What was being written waits, and that is said, however the bar was left. */
  const close = (): void => {
    const left = toolbar !== null && unfinished;
    [toolbar, card, unfinished] = [null, null, false];
    session.hold(false);
    if (left) say({ text: i18n.t('guest.noteKept') });
    else draw();
  };

  /** What the reader did in the frame. */
  const act = (what: FrameAct): void => {
    if (what.act === 'annotate') void annotate(what.colour, what.note);
    else if (what.act === 'task') void takeSelection();
    else if (what.act === 'take') void takeMeasure(what.id);
    else if (what.act === 'removeNote') void removeNote(what.id);
    else if (what.act === 'undo') notice?.onUndo?.();
    else if (what.act === 'write') session.hold(what.on);
    else if (what.act === 'show' && card) openPanel(card.target);
    else if (what.act === 'draft') unfinished = what.on;
    else if (what.act === 'close' || what.act === 'away') {
      if (toolbar || what.act === 'away') passed = session.current().selection;
      close();
    } else if (what.act === 'doubt') doubt(what.why);
  };
  /** A click that may not have been meant: the notice asks for it once more, and what was to be undone still can be. */
  const doubt = (why: 'early' | 'covered'): void =>
    say({ ...notice, text: i18n.t(why === 'early' ? 'guest.again' : 'guest.covered'), bad: why === 'covered' });
  const frame = makeFrame(host.box, act);

  const drawFrame = (): void => {
    const snapshot = session.current();
    const facts = card && cardOf(card.target, snapshot, session.kept());
    if (!toolbar && !facts && !notice) {
      frame.hide();
      return;
    }
    const theme = preferences.now()?.theme ?? 'auto';
    const dark = theme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
    frame.show(
      {
        theme: dark ? 'dark' : 'light',
        toolbar: toolbar !== null,
        about,
        where,
        card: facts,
        notice: notice && { text: notice.text, bad: notice.bad ?? false, undo: notice.onUndo !== undefined },
      },
      toolbar ?? (facts && card ? card.anchor : null),
    );
  };

  const draw = (): void => {
    if (signal.aborted) return;
    const pill = {
      pill: pillOf(session.current()),
      marksShown,
      onOpen: () => openPanel(null),
      onToggleMarks: toggleMarks,
      onReadAgain: () => void session.read(),
      onDismiss: dismiss,
    };
    host.draw(<Guest pill={dismissed ? null : pill} />);
    drawFrame();
  };

  preferences.onChange((settings) => {
    ({ dismissed } = settings);
    host.theme(settings.theme);
    draw();
  });
  /** Asks for this address; a script-driven site goes to another page without loading one. */
  const ask = (): void => {
    asked = addressOf(document);
    void preferences.ask();
  };
  ask();
  const unwatch = [session.onSnapshot(() => (addressOf(document) === asked ? draw() : ask()))];
  signal.addEventListener('abort', () => {
    clearTimeout(noticeTimer);
    frame.remove();
    letGo(unwatch);
  });

  return {
    draw,
    pressed() {
      passed = null;
    },
    selected() {
      session.selectionChanged();
      const there = session.current().selection;
      if (there !== passed) passed = null;
      if (there !== twice) twice = null;
      const next = there && there.length > 1 && there !== passed ? anchorOfSelection() : null;
      if (!next && !toolbar) return;
      // Whoever writes a note has left the selection for its field: what is being written must not go.
      if (!next && host.focused()) return;
      if (!next) return close();
      toolbar = next;
      session.hold(false);
      const before = { about, where };
      about = there ?? '';
      where = whereSelected(session);
      card = null;
      // News that asks for nothing is not to lie over the next words.
      if (notice && !notice.onUndo && !notice.bad) notice = null;
      const left = unfinished && about !== before.about && !overlap(before, { about, where });
      if (about !== before.about) unfinished = false;
      if (left) say({ text: i18n.t('guest.noteKept') });
      else draw();
    },
    clicked(x, y) {
      const [target] = session.targetsAt(x, y);
      if (!target && !card) return;
      card = target ? { target, anchor: anchorOf(session, target, x, y) } : null;
      if (target) session.select(target);
      draw();
    },
    missing: () => say({ text: i18n.t('guest.notHere'), bad: true }),
    escape() {
      if (!toolbar && !card) return false;
      if (toolbar) passed = session.current().selection;
      close();
      return true;
    },
  };
}

const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);
