import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { Attention } from '../../../components/panel/Attention';
import { emptyPolicy } from '../../lib/policies';

const nothing = { tasks: [], annotations: [], error: null };

it.each([
  [true, 1],
  [false, 0],
])('a page without marks, because it never rests (%s), is explained once', (restless, times) => {
  const snapshot = { restless, anchors: {}, policy: emptyPolicy, documentId: 'd' };
  const panel = { snapshot, policy: emptyPolicy };
  const versions = { changes: null, changed: new Set(), head: null, present: null };
  const props = { panel, records: nothing, versions, deeds: {}, onReveal: () => undefined };
  render(<Attention {...(props as never as Parameters<typeof Attention>[0])} />);
  expect(screen.queryAllByText(/不停地变动/)).toHaveLength(times);
});
