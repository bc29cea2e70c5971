import { recall, remember, takeOnce } from './session';

/** How long a frame may take to load, in milliseconds. */
const PATIENCE = 60_000;

const keyOf = (tabId: number, token: string) => `frame:${tabId}:${token}`;

/** An agent of this tab is about to lay a frame that will name itself by this token. */
export async function bearFrame(tabId: number, token: unknown): Promise<void> {
  if (isToken(token)) await remember(keyOf(tabId, token), { value: true, at: Date.now() });
}

/** Whether a frame of this tab was laid by our agent; the page, which may load the same address, knows no token. */
export async function claimFrame(tabId: number, token: unknown): Promise<boolean> {
  if (!isToken(token) || !(await recall(keyOf(tabId, token)))) return false;
  return (await takeOnce<boolean>(keyOf(tabId, token), PATIENCE)) === true;
}

const isToken = (token: unknown): token is string => typeof token === 'string' && /^[0-9a-f]{32}$/.test(token);
