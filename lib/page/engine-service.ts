import { parseSteps } from '../policy/parse';
import { drain, type Pacing } from '../text/pause';
import type { Divided } from '../units/types';
import type { Mine } from './engine';
import { type Asked, type EnginePort, LONGEST_SENT, type Told } from './engine-port';
import { parcels, type Unpacked, unpacked } from './parcels';
import { dutiesInSteps } from './reading-engine';
import { sentText } from './sent-text';
import type { PageErrorCode } from './types';

/** What the background adds. */
export interface Rooms {
  /** The reader's units and decisions, as they are now. */
  mine(): Promise<Mine>;
  /** Lets whatever else waits have its turn, in a task of its own. */
  rest(): Promise<void>;
  /** Runs what concerns one tab one after the other. */
  inOrder(tab: number, work: () => Promise<void>): Promise<void>;
}

/** Who asks. */
export interface Asker {
  readonly tabId: number;
  readonly frameId: number;
}

/** Milliseconds of reading before others have their turn. */
const SLICE = 6;
/** Least step of the progress that is told, and the longest silence: to whom nobody speaks the browser stops. */
const SHARE = 0.02;
const SILENCE = 2000;

/**
 * Answers the agents of pages (`remote-engine.ts`): one question a port. Of one tab one text is read at a time; of one frame
 * a new text ends the reading of the one before; between tabs the slices take turns.
 *
 * @returns what is called with each port and with who opened it.
 */
export function engineService({ mine, rest, inOrder }: Rooms): (port: EnginePort, asker: Asker) => void {
  /** The reading that each frame wants. */
  const wanted = new Map<string, AbortController>();

  const parse = async (sent: Unpacked, port: EnginePort, signal: AbortSignal): Promise<object> => {
    const pacing: Pacing = { signal, rest, budget: SLICE };
    const text = await drain(sentText(sent.value()), pacing);
    if (!text) throw new Error('this is no text');
    let [share, at] = [0, performance.now()];
    return drain(parseSteps(text), pacing, (done) => {
      const now = performance.now();
      if (done - share < SHARE && now - at < SILENCE) return;
      [share, at] = [done, now];
      tell(port, { progress: done });
    });
  };
  const duties = async (sent: Unpacked, signal: AbortSignal): Promise<object> => {
    const { documentId, ...divided } = sent.value();
    const steps = dutiesInSteps(divided as unknown as Divided, await mine(), String(documentId));
    return { duties: await drain(steps, { signal, rest, budget: SLICE }) };
  };

  return (port, { tabId, frameId }) => {
    const sent = unpacked();
    const life = new AbortController();
    const { signal } = life;
    const frame = `${tabId}:${frameId}`;
    let question: 'parse' | 'duties' | null = null;

    signal.addEventListener('abort', () => {
      if (wanted.get(frame) === life) wanted.delete(frame);
      port.disconnect();
    });
    const refuse = (failed: PageErrorCode): void => {
      try {
        tell(port, { failed });
      } catch {
        // Closed in this very moment.
      }
      life.abort();
    };
    const answer = async (work: () => Promise<object>): Promise<void> => {
      if (signal.aborted) return;
      try {
        await drain(parcels(await work()), { signal, rest, budget: SLICE }, (part) => tell(port, { part }));
        tell(port, { end: true });
      } catch (reason) {
        if (signal.aborted) return;
        console.debug('[dutymark] read:', reason);
        refuse('read-failed');
      }
    };
    const hear = (asked: Asked): void => {
      if ('ask' in asked) {
        question = asked.ask;
        if (question !== 'parse') return;
        wanted.get(frame)?.abort();
        wanted.set(frame, life);
      } else if ('part' in asked) {
        sent.add(asked.part);
        if (sent.size <= 2 * LONGEST_SENT) return;
        refuse('too-large');
      } else if ('end' in asked) {
        const of = question;
        question = null;
        if (of === 'duties') void answer(() => duties(sent, signal));
        else if (of === 'parse') void inOrder(tabId, () => answer(() => parse(sent, port, signal)));
      }
    };
    port.onDisconnect.addListener(() => life.abort());
    port.onMessage.addListener((asked) => {
      if (signal.aborted) return;
      try {
        hear(asked as Asked);
      } catch {
        // No message of ours: whoever sends such is not spoken with.
        life.abort();
      }
    });
  };
}

const tell = (port: EnginePort, told: Told): void => port.postMessage(told);
