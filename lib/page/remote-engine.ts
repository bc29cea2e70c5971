import type { PolicyDocument } from '../policy/types';
import { drain } from '../text/pause';
import type { Duty } from '../units/types';
import type { Engine } from './engine';
import { type Asked, type EnginePort, LONGEST_SENT, type Told } from './engine-port';
import { parcels, type Unpacked, unpacked } from './parcels';
import { PageError } from './reading';

/** How often a question is asked where the background went before it had answered. */
const TRIES = 4;

/** The way to the background. */
export interface Line {
  open(): EnginePort;
  /** Whether the extension that this script belongs to still runs: where it does not, nobody is asked any more. */
  isAlive(): boolean;
  /** Before a question is asked again. @param tries How often it was asked. */
  rest(tries: number): Promise<void>;
}

/**
 * The engine as a page's agent has it: the background reads, and the page holds no word of how that is done. A background
 * that the browser stopped in the middle is asked again, which starts it anew.
 */
export function remoteEngine(line: Line): Engine {
  const ask = async (
    question: 'parse' | 'duties',
    of: object,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<Record<string, unknown>> => {
    for (let tries = 1; ; tries++) {
      signal.throwIfAborted();
      if (!line.isAlive()) throw new Error('the extension is gone');
      const answer = await askOnce(line, { question, of, onProgress }, signal);
      if (answer) return answer.value();
      if (tries === TRIES) throw new Error('the background does not answer');
      await line.rest(tries);
    }
  };
  return {
    async parse({ text, blocks, origin, meta }, signal, onProgress) {
      if (text.length > LONGEST_SENT) throw new PageError('too-large');
      return (await ask('parse', { text, blocks, origin, meta }, signal, onProgress)) as unknown as PolicyDocument;
    },
    // Whose duties they are the background knows better: it is asked because they are others by now.
    async duties({ region, issuer, title, attachmentTitle, addressees, measures }, _, documentId, signal) {
      const divided = measures.map(({ id, assignments }) => ({
        id,
        assignments: assignments.map(({ role, unit, resolved }) => ({ role, unit, resolved })),
      }));
      const document = { region, issuer, title, attachmentTitle, addressees, measures: divided, documentId };
      const { duties } = await ask('duties', document, signal, () => undefined);
      return duties as readonly Duty[];
    },
  };
}

interface Question {
  readonly question: 'parse' | 'duties';
  readonly of: object;
  readonly onProgress: (done: number) => void;
}

/** @returns null where the port was closed before the answer was whole. */
function askOnce(line: Line, { question, of, onProgress }: Question, signal: AbortSignal): Promise<Unpacked | null> {
  return new Promise((resolve, reject) => {
    const answer = unpacked();
    const life = new AbortController();
    let port: EnginePort | null = null;
    const settle = (how: () => void): void => {
      if (life.signal.aborted) return;
      life.abort();
      try {
        port?.disconnect();
      } catch {
        // Gone with the extension.
      }
      how();
    };
    const say = (message: Asked): void => port?.postMessage(message);
    const hear = (told: Told): void => {
      if ('progress' in told) {
        say({ still: true });
        onProgress(told.progress);
      } else if ('part' in told) answer.add(told.part);
      else if ('failed' in told) settle(() => reject(new PageError(told.failed)));
      else settle(() => resolve(answer));
    };
    signal.addEventListener('abort', () => settle(() => reject(signal.reason)), { signal: life.signal });
    const closed = (): void => settle(() => resolve(null));
    try {
      port = line.open();
      port.onMessage.addListener((told) => life.signal.aborted || hear(told as Told));
      port.onDisconnect.addListener(closed);
      say({ ask: question });
    } catch {
      return closed();
    }
    drain(parcels(of), { signal: life.signal }, (part) => say({ part }))
      .then(() => say({ end: true }))
      .catch(closed);
  });
}
