import type { StatusWord } from '../../../follow/status-words';
import type { TaskStatus } from '../../../store/types';
import { statusWord } from '../../words';

/** Words of other offices for our four, where there is no doubt. */
const statusWords: Readonly<Record<string, TaskStatus>> = {
  ...Object.fromEntries(Object.entries(statusWord).map(([status, word]) => [word, status as TaskStatus])),
  未启动: 'open',
  未开始: 'open',
  未办: 'open',
  未推进: 'open',
  推进中: 'doing',
  办理中: 'doing',
  在办: 'doing',
  正在推进: 'doing',
  正在办理: 'doing',
  正在落实: 'doing',
  落实中: 'doing',
  持续推进: 'doing',
  有序推进: 'doing',
  正常推进: 'doing',
  已办结: 'done',
  办结: 'done',
  完成: 'done',
  全部完成: 'done',
  已全部完成: 'done',
  已落实: 'done',
  已销号: 'done',
  销号: 'done',
  不再办理: 'dropped',
};

/** Answers and signs in the cells of a column that asks whether a thing is done. */
const DONE = /^(?:是|[√✓✔☑]|已|已办|y|yes)$/i;
const NOT_DONE = /^(?:否|[×✗✘✕x]|未|未办结|n|no)$/i;

/** Whether an answer or a sign (是, √, 否, ×) says that a thing is done; undefined for any other word. */
export function answerIn(text: string): boolean | undefined {
  const bare = text.normalize('NFKC').replace(/\s+|\ufe0e|\ufe0f/g, '');
  return DONE.test(bare) ? true : NOT_DONE.test(bare) ? false : undefined;
}

/** Which of our four a word means to everybody; undefined where nobody knows. */
export const builtInStatus = (text: string): TaskStatus | undefined => statusIn(text, []);

/** Which of our four a word means; undefined where nobody knows. */
export function statusIn(text: string, own: readonly StatusWord[]): TaskStatus | undefined {
  const bare = text.normalize('NFKC').replace(/\s+/g, '');
  const mapped = own.find(({ word }) => word.normalize('NFKC').replace(/\s+/g, '') === bare);
  return mapped?.status ?? (Object.hasOwn(statusWords, bare) ? statusWords[bare] : undefined);
}
