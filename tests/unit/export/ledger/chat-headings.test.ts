import { expect, it } from 'vitest';
import { chatText } from '../../../../lib/export/ledger/chat';
import { byHand } from '../../../../lib/store/types';
import { row } from './rows';

const hand = (over: Parameters<typeof row>[0]) => ({
  ...row({ documentId: byHand, origin: 'hand', number: 'DC-02', ...over }),
  document: undefined,
});

it('tasks of no document stand under their source’s name, and have no item of an original', () => {
  const source = { kind: 'other', name: '督查台账.xlsx', date: null } as const;
  const text = chatText([row(), hand({ title: '整治入河排污口', source }), hand({ title: '接听热线', source: null })]);
  const [first, second, third] = text.split('\n\n');
  expect(first).toMatch(/^《临澜县政务服务提升实施方案》/);
  expect(first).toContain('（原文第');
  expect(second).toMatch(/^督查台账\.xlsx\n2\. 整治入河排污口\n/);
  expect(third).toMatch(/^其他事项\n3\. 接听热线\n/);
  expect(second! + third).not.toContain('原文第');
});

it('where there are no others they need no heading', () => {
  expect(chatText([hand({ title: '接听热线', source: null })])).toMatch(/^1\. 接听热线\n/);
});
