import { browser } from '../../lib/browser';
import { ENGINE_PORT } from '../../lib/page/engine-port';
import { engineService } from '../../lib/page/engine-service';
import { settings } from '../../lib/settings';
import { inOrder } from './order';
import { placeOf } from './senders';

/** Reads for the agents of pages: they send what their page prints, and hold nothing of how it is understood. */
export function serveEngine(): void {
  const serve = engineService({
    async mine() {
      const [profiles, decisions] = await Promise.all([settings.profiles.getValue(), settings.decisions.getValue()]);
      return { profiles, decisions };
    },
    rest,
    inOrder: (tab, work) => inOrder(`read:${tab}`, work),
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== ENGINE_PORT) return;
    const place = placeOf(port.sender ?? {});
    if (place) serve(port, place);
    else port.disconnect();
  });
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/**
 * A task of its own behind all that waits. `scheduler.yield` would go on before the messages of others, and a timer is
 * held up by four milliseconds once it follows some others.
 */
const rest = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
