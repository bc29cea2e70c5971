import { createShelf } from '../../lib/store/shelf';

/** The files kept on this machine, shared with the other pages of ours. */
export const shelf = createShelf({ channel: new BroadcastChannel('dutymark-files') });
