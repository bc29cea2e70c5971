import type { EnginePort } from '../../../lib/page/engine-port';
import type { Asker } from '../../../lib/page/engine-service';
import type { Line } from '../../../lib/page/remote-engine';

/** One end of a port, as the browser has them: what is said is text on the way, and comes in a later turn, in order. */
interface End extends EnginePort {
  hear(message: unknown): void;
  close(): void;
}

function ends(onSaid: (message: unknown) => void): [End, End] {
  const make = (other: () => End): End => {
    let open = true;
    const hears: ((message: unknown) => void)[] = [];
    const closes: (() => void)[] = [];
    return {
      postMessage(message) {
        if (!open) throw new Error('Attempting to use a disconnected port object');
        const sent = JSON.stringify(message);
        onSaid(message);
        queueMicrotask(() => other().hear(JSON.parse(sent)));
      },
      disconnect() {
        if (!open) return;
        open = false;
        queueMicrotask(() => other().close());
      },
      onMessage: { addListener: (hear) => void hears.push(hear) },
      onDisconnect: { addListener: (close) => void closes.push(close) },
      hear: (message) => open && hears.forEach((hear) => void hear(message)),
      close() {
        if (!open) return;
        open = false;
        for (const close of closes) close();
      },
    };
  };
  const agent: End = make(() => background);
  const background: End = make(() => agent);
  return [agent, background];
}

export interface TestLine extends Line {
  /** How many ports were opened. */
  opened(): number;
  /** All that went through any of them, either way. */
  readonly said: unknown[];
  /** Closes the last port, as a background that is stopped does. */
  stop(): void;
}

/** The way from one frame to a service. @param onSaid Of each message, as it is said. */
export function lineTo(
  serve: (port: EnginePort, asker: Asker) => void,
  asker: Asker = { tabId: 1, frameId: 0 },
  onSaid: (message: unknown, line: TestLine) => void = () => undefined,
): TestLine {
  let opened = 0;
  let last: readonly End[] = [];
  const line: TestLine = {
    said: [],
    opened: () => opened,
    stop() {
      for (const end of last) end.close();
    },
    open() {
      opened++;
      const [agent, background] = ends((message) => {
        line.said.push(message);
        onSaid(message, line);
      });
      last = [agent, background];
      serve(background, asker);
      return agent;
    },
    isAlive: () => true,
    rest: async () => undefined,
  };
  return line;
}
