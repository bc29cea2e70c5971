import { afterEach, describe, expect, it } from 'vitest';
import { createPageSession } from '../../../lib/page/session';
import type { PageSession, SessionOptions } from '../../../lib/page/session-types';
import { signsApart } from '../../../lib/page/shadows';
import { simpleEngine } from '../../lib/policies';

const store: SessionOptions['store'] = {
  annotations: async () => [],
  tasks: async () => [],
  document: async () => null,
  recognise: async ({ id }) => id,
  noteResolutions: async () => {},
  saveDocument: async () => {
    throw new Error('not asked for');
  },
};

let session: PageSession | null = null;
afterEach(() => {
  session?.dispose();
  document.body.innerHTML = '';
});

const words =
  '一、补种林带。对缺株断带逐段补种，春季完成。牵头单位：县林业局。二、修整便道。把巡护便道修到每一个林班，6月底前完成。';

function component(text: string, into: ParentNode = document.body): ShadowRoot {
  const host = into.appendChild(document.createElement('x-text'));
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>/* 样式里的字不算 */</style><p>${text}</p>`;
  return root;
}

describe('text of a page in open shadow roots', () => {
  it('is counted, in roots within roots as well; a menu and a closed root are not told', () => {
    expect(signsApart(document)).toBe(0);
    component('首页 政务公开');
    expect(signsApart(document)).toBe(0);
    const signs = words.match(/[\u4e00-\u9fff]/g)!.length;
    const inner = component(words);
    expect(signsApart(document)).toBe(signs + 6);
    component(words, inner as unknown as ParentNode);
    expect(signsApart(document)).toBe(2 * signs + 6);
    document.body.appendChild(document.createElement('x-own')).attachShadow({ mode: 'closed' }).innerHTML = words;
    expect(signsApart(document)).toBe(2 * signs + 6);
  });

  it('is counted where it stands in a root by itself, and comments are not', () => {
    const root = document.body.appendChild(document.createElement('x-bare')).attachShadow({ mode: 'open' });
    root.append(words, document.createComment(words));
    expect(signsApart(document)).toBe(words.match(/[\u4e00-\u9fff]/g)!.length);
  });

  it.each([
    ['beside other text', '<p>关于印发方案的通知</p>', 'ready'],
    ['alone', '', 'failed'],
  ])('is said of a page: %s', async (_, html, state) => {
    document.body.innerHTML = html;
    component(words);
    session = createPageSession(document, { store, engine: simpleEngine });
    await session.read().catch(() => undefined);
    await session.settled();
    expect(session.current().state).toBe(state);
    expect(session.current().apart).toBeGreaterThan(40);
  });

  it('is not said of a page that has none', async () => {
    document.body.innerHTML = `<p>${words}</p>`;
    session = createPageSession(document, { store, engine: simpleEngine });
    await session.read();
    expect(session.current().apart).toBe(0);
  });
});
