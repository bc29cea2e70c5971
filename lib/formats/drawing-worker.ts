import '../older';
import { type Answer, type Order, openPages, type PageSource } from './picturing';
import { FormatError } from './types';

/** The thread that draws the pages of one file to be read, one order at a time. Stopping it is the caller's to do, by ending it. */
const scope = globalThis as unknown as {
  postMessage(answer: Answer, give: Transferable[]): void;
  onmessage: ((event: MessageEvent<Order>) => void) | null;
};

let source: PageSource | null = null;

scope.onmessage = async ({ data }) => {
  const answer = await carryOut(data).catch(failure);
  scope.postMessage(answer, answer.kind === 'drawn' ? [answer.picture] : []);
};

async function carryOut(order: Order): Promise<Answer> {
  if (order.kind === 'open') {
    source = await openPages(order.file, order.format, order.password);
    return { kind: 'opened' };
  }
  if (!source) throw new Error('no file is open');
  return { kind: 'drawn', picture: await source.draw(order.page) };
}

const failure = (error: unknown): Answer => ({
  kind: 'failed',
  message: error instanceof Error ? error.message : String(error),
  ...(error instanceof FormatError && { code: error.code }),
});
