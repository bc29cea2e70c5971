import { browser } from '../../lib/browser';
import { ENGINE_PORT } from '../../lib/page/engine-port';
import { remoteEngine } from '../../lib/page/remote-engine';
import { isAlive } from './alive';

/** Milliseconds before a background that went in the middle is asked again; as many more each time. */
const REST = 250;

/** The background reads for the page. */
export const engine = remoteEngine({
  open() {
    const port = browser.runtime.connect({ name: ENGINE_PORT });
    // Looked at, or the browser complains in the page's console of a background that was stopped.
    port.onDisconnect.addListener(() => void browser.runtime.lastError);
    return port;
  },
  isAlive,
  rest: (tries) => new Promise((resolve) => setTimeout(resolve, REST * tries)),
});
