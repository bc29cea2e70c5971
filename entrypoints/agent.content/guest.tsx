import { i18n } from '#i18n';
import { errorWords } from '../../components/errors';
import { Guest } from '../../components/guest/Guest';
import type { Anchor, Colour, Dismissal, Notice } from '../../components/guest/types';
import { dismissPage, dismissSite, isDismissed, watchDismissed } from '../../lib/dismissals';
import { sendMessage } from '../../lib/messages';
import type { PageSession } from '../../lib/page/session-types';
import type { PageTarget } from '../../lib/page/types';
import { allMarks, settings } from '../../lib/settings';
import { store } from '../../lib/store/client';
import { addedBy, newKey } from '../../lib/store/keys';
import type { NewTask, SeenDocument } from '../../lib/store/port';
import { isAlive } from './alive';
import { anchorOf, anchorOfSelection } from './anchors';
import { cardOf, pillOf } from './facts';
import type { Host } from './host';
import { letGo, quiet } from './wires';

/** How long a notice stays; one that says what went wrong takes longer to read. */
const NOTICE_MS = 5000;
const BAD_NOTICE_MS = 12_000;

/** Our interface in the page: draws what the session knows and turns the reader's clicks into calls. */
export interface GuestView {
  draw(): void;
  /** The reader let go of the mouse or a key: is something selected? */
  selected(): void;
  /** The reader clicked at a point of the page. */
  clicked(x: number, y: number): void;
  /** What was to be shown is not in this page. */
  missing(): void;
  /** Closes what is open; false when nothing was. */
  escape(): boolean;
}

export function createGuest(session: PageSession, host: Host, signal: AbortSignal): GuestView {
  let dismissed = true;
  let asked = '';
  let unwatchPage = (): void => {};
  let marksShown = true;
  let toolbar: Anchor | null = null;
  let toolbarWanted = true;
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
      onUndo: () => void keep(() => store.removeTasks(fresh).then(hush)),
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
      const { id } = await store.addAnnotation(seen, { ...draft, colour, note });
      closeToolbar();
      return {
        text: i18n.t('guest.noteAdded'),
        onUndo: () => void keep(() => store.removeAnnotations([id]).then(hush)),
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
    session.hold(false);
    toolbar = null;
    document.getSelection()?.removeAllRanges();
    session.selectionChanged();
    draw();
  };

  const dismiss = (how: Dismissal): void => {
    dismissed = true;
    draw();
    const url = location.href;
    if (how === 'page') quiet(dismissPage(url));
    else if (how === 'site') quiet(dismissSite(url));
    else quiet(settings.pillMode.setValue('hidden'));
  };

  const toggleMarks = async (): Promise<void> => {
    marksShown = !marksShown;
    const marks = await settings.marks.getValue().catch(() => allMarks);
    session.setShown(marksShown ? (kind) => marks[kind] : () => false);
    draw();
  };

  const draw = (): void => {
    if (signal.aborted) return;
    const snapshot = session.current();
    const facts = card && cardOf(card.target, snapshot, session.kept());
    host.draw(
      <Guest
        pill={
          dismissed
            ? null
            : {
                pill: pillOf(snapshot),
                marksShown,
                onOpen: () => openPanel(null),
                onToggleMarks: () => void toggleMarks(),
                onReadAgain: () => void session.read(),
                onDismiss: dismiss,
              }
        }
        toolbar={
          toolbar && {
            anchor: toolbar,
            onAnnotate: (colour, note) => void annotate(colour, note),
            onTask: () => void takeSelection(),
            onWriting: session.hold,
            onClose: () => {
              toolbarWanted = false;
              toolbar = null;
              session.hold(false);
              draw();
            },
          }
        }
        card={
          card && facts
            ? {
                card: facts,
                anchor: card.anchor,
                onShow: () => card && openPanel(card.target),
                onTake: (id) => void takeMeasure(id),
                onRemoveNote: (id) => void removeNote(id),
                onClose: () => {
                  card = null;
                  draw();
                },
              }
            : null
        }
        notice={notice}
      />,
    );
  };

  const wanted = async (): Promise<void> => {
    const url = location.href;
    const [mode, away] = await Promise.all([settings.pillMode.getValue(), isDismissed(url)]);
    if (url !== asked) return;
    dismissed = mode === 'hidden' || away;
    draw();
  };
  /** Asks for this address; a script-driven site goes to another page without loading one. */
  const ask = (): void => {
    asked = location.href;
    unwatchPage();
    unwatchPage = watchDismissed(asked, () => quiet(wanted()));
    quiet(wanted());
  };
  ask();
  const unwatch = [
    settings.pillMode.watch(() => quiet(wanted())),
    () => unwatchPage(),
    session.onSnapshot(() => (location.href === asked ? draw() : ask())),
  ];
  settings.theme.getValue().then(host.theme, () => undefined);
  unwatch.push(settings.theme.watch((theme) => host.theme(theme)));
  signal.addEventListener('abort', () => {
    clearTimeout(noticeTimer);
    letGo(unwatch);
  });

  return {
    draw,
    selected() {
      session.selectionChanged();
      const there = session.current().selection;
      const next = there && there.length > 1 && toolbarWanted ? anchorOfSelection() : null;
      if (!next && !toolbar) return;
      // Whoever writes a note has left the selection for its field: what is being written must not go.
      if (!next && host.focused()) return;
      toolbar = next;
      session.hold(false);
      if (next) card = null;
      draw();
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
      session.hold(false);
      toolbar = null;
      card = null;
      draw();
      return true;
    },
  };
}

const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);
