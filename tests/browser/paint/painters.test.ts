import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { characterAt, marksAt } from '../../../lib/paint/hit';
import { createPainter, type PainterKind } from '../../../lib/paint/painter';
import type { Mark, MarkKind, Painter } from '../../../lib/paint/types';
import { read } from '../../../lib/text/read';
import type { DomText } from '../../../lib/text/types';

const BODY = `
  <main id="page"><h2>一、河道管理</h2>
  <p id="m1">1. 加强巡查，于<b>六月底</b>前完成。</p>
  <p id="lead">牵头单位：县水<i>务</i><br>局、县林业局</p>
  <p id="hidden" style="display:none">牵头单位：看不见的局</p>
  <table><tr><td>县财政局</td><td>县教育局、<textarea>县公安局</textarea></td></tr></table>
  <div>直接文字县商务局<p>段落县统计局</p>结尾文字</div></main>`;

let root: HTMLElement;
let text: DomText;
let painter: Painter;

const spanOf = (words: string, from = 0) => {
  const start = text.text.indexOf(words, from);
  if (start < 0) throw new Error(`not in the page: ${words}`);
  return { start, end: start + words.length };
};
const mark = (kind: MarkKind, words: string, target = words): Mark => ({ kind, span: spanOf(words), target });

/** The texts painted under a kind, one for each mark, in document order. */
function painted(kind: MarkKind): string[] {
  if (painterKind === 'highlight') {
    const ranges = [...(CSS.highlights.get(`dutymark-${kind}`) ?? [])] as Range[];
    return ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String);
  }
  const texts = new Map<string, string>();
  for (const element of document.querySelectorAll(`mark[data-dutymark="${kind}"]`)) {
    const index = element.getAttribute('data-dutymark-index')!;
    texts.set(index, (texts.get(index) ?? '') + element.textContent);
  }
  return [...texts.values()];
}

/** Every node below the root with its data: more than the markup, which does not tell adjacent text nodes apart. */
function nodesOf(node: Node): unknown[] {
  return [...node.childNodes].map((child) => [child, child.nodeName, child.nodeValue, nodesOf(child)]);
}

/** Without white space, and without the hidden paragraph that a range may run over. */
const bare = (words: string) => words.replace(/\s/g, '').replace(/[牵头单位：看不见的局县公安]/g, '');

let painterKind: PainterKind;

describe.each(['highlight', 'mark'] as const)('the %s painter', (kind) => {
  beforeEach(() => {
    painterKind = kind;
    document.body.innerHTML = BODY;
    root = document.querySelector<HTMLElement>('#page')!;
    root
      .querySelector('#m1')!
      .firstChild!.parentNode!.insertBefore(new Text('附'), root.querySelector('#m1')!.firstChild);
    text = read(root);
    painter = createPainter(text, { kind });
  });
  afterEach(() => {
    painter.clear();
    document.body.innerHTML = '';
  });

  it('paints each mark under its kind', async () => {
    painter.paint([
      mark('measure', '1.'),
      mark('lead', '县林业局'),
      mark('participant', '县财政局'),
      mark('deadline', '六月底前'),
    ]);
    await painter.settled();
    expect(painted('measure')).toEqual(['1.']);
    expect(painted('lead')).toEqual(['县林业局']);
    expect(painted('participant')).toEqual(['县财政局']);
    expect(painted('deadline')).toEqual(['六月底前']);
  });

  it('paints one mark over inline elements and line breaks', async () => {
    painter.paint([mark('lead', '县水务\n局')]);
    await painter.settled();
    expect(painted('lead')).toEqual(['县水务局']);
  });

  it('paints marks that overlap, nest and repeat', async () => {
    const inner = { ...mark('mine', '务'), target: 'mine' };
    painter.paint([
      mark('lead', '县水务\n局'),
      inner,
      mark('annotation', '单位：县水务'),
      mark('lead', '县林业局'),
      mark('mine', '县林业局'),
    ]);
    await painter.settled();
    expect(painted('lead')).toEqual(['县水务局', '县林业局']);
    expect(painted('mine')).toEqual(['务', '县林业局']);
    expect(painted('annotation')).toEqual(['单位：县水务']);
  });

  it('paints a mark over several blocks and leaves what is hidden or no text alone', async () => {
    const start = spanOf('县林业局').start;
    const end = spanOf('县教育局').end;
    painter.paint([{ kind: 'annotation', span: { start, end }, target: 'a' }]);
    await painter.settled();
    const joined = painted('annotation').join('').replace(/\s/g, '');
    expect(joined.replace('牵头单位：看不见的局', '')).toBe('县林业局县财政局县教育局');
    if (kind === 'mark') expect(document.querySelectorAll('#hidden mark, textarea mark')).toHaveLength(0);
  });

  it('keeps text of a block and text beside it apart', async () => {
    painter.paint([mark('lead', '县商务局'), mark('lead', '县统计局'), mark('lead', '结尾文字')]);
    await painter.settled();
    expect(painted('lead')).toEqual(['县商务局', '县统计局', '结尾文字']);
  });

  it('replaces what it painted before', async () => {
    painter.paint([mark('lead', '县林业局'), mark('lead', '县财政局')]);
    await painter.settled();
    painter.paint([mark('lead', '县财政局'), mark('mine', '县林业局')]);
    await painter.settled();
    expect(painted('lead')).toEqual(['县财政局']);
    expect(painted('mine')).toEqual(['县林业局']);
    painter.paint([]);
    await painter.settled();
    expect(painted('lead')).toEqual([]);
  });

  it('keeps places in the text right while it is painted', async () => {
    painter.paint([mark('lead', '县水务\n局'), mark('mine', '务'), mark('lead', '县林业局')]);
    await painter.settled();
    for (const words of ['县水务\n局', '县林业局', '六月底前', '牵头单位']) {
      const span = spanOf(words);
      const range = text.rangeOf(span)!;
      expect(range.toString()).toBe(words.replace('\n', ''));
      expect(text.offsetOf(range.startContainer, range.startOffset)).toBe(span.start);
      expect(text.offsetOf(range.endContainer, range.endOffset)).toBe(span.end);
    }
  });

  it('leaves the DOM as it was found, node for node', async () => {
    const before = nodesOf(root);
    painter.paint([
      mark('lead', '县水务\n局'),
      mark('mine', '务'),
      mark('annotation', '附1. 加强'),
      mark('lead', '县统计局'),
    ]);
    await painter.settled();
    if (kind === 'highlight') expect(nodesOf(root)).toEqual(before);
    painter.flash(spanOf('县财政局'));
    painter.clear();
    expect(nodesOf(root)).toEqual(before);
    expect(text.slicesOf(spanOf('务'))).toHaveLength(1);
  });

  it("leaves the page's own marks alone", async () => {
    const own = document.createElement('mark');
    own.textContent = '页面自己的';
    document.body.append(own);
    const theirs = new Highlight();
    CSS.highlights.set('page-own', theirs);
    painter.paint([mark('lead', '县林业局')]);
    await painter.settled();
    painter.clear();
    expect(own.isConnected).toBe(true);
    expect(CSS.highlights.get('page-own')).toBe(theirs);
    CSS.highlights.delete('page-own');
    expect([...CSS.highlights.keys()]).toEqual([]);
  });

  it('ignores spans that cover nothing or lie outside', async () => {
    painter.paint([
      { kind: 'lead', span: { start: 5, end: 5 }, target: 'x' },
      { kind: 'lead', span: { start: text.text.length + 10, end: text.text.length + 20 }, target: 'x' },
    ]);
    await painter.settled();
    expect(painted('lead')).toEqual([]);
  });

  it('survives the page taking its text away', async () => {
    painter.paint([mark('lead', '县林业局'), mark('lead', '县财政局')]);
    await painter.settled();
    root.querySelector('table')!.remove();
    root.querySelector('#lead')!.innerHTML = '改了';
    painter.paint([{ kind: 'lead', span: { start: 0, end: text.text.length }, target: 'x' }]);
    await painter.settled();
    painter.clear();
    expect(root.querySelector('#lead')!.innerHTML).toBe('改了');
  });

  it('tells the marks under a point', async () => {
    const marks = [mark('annotation', '、县林业局', 'wide'), mark('lead', '县林业局', 'narrow')];
    painter.paint(marks);
    await painter.settled();
    const box = text.rangeOf(spanOf('林'))!.getBoundingClientRect();
    const offset = characterAt(text, box.left + box.width * 0.7, box.top + box.height / 2);
    expect(offset).toBe(spanOf('林').start);
    expect(marksAt(marks, offset!).map(({ target }) => target)).toEqual(['narrow', 'wide']);
    expect(characterAt(text, box.left + 600, box.top + box.height / 2)).toBeNull();
  });

  it('paints any marks and leaves any page as it was', async () => {
    const before = nodesOf(root);
    const kinds = ['lead', 'mine', 'annotation'] as const;
    const span = fc
      .tuple(fc.nat(text.text.length), fc.nat(14))
      .map(([start, length]) => ({ start, end: start + length }));
    const anyMark = fc.record({ kind: fc.constantFrom(...kinds), span, target: fc.constant('x') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyMark, { maxLength: 8 }), { maxLength: 3 }), async (rounds) => {
        for (const marks of rounds) {
          painter.paint(marks);
          await painter.settled();
          for (const one of kinds) {
            const wanted = marks
              .filter((each) => each.kind === one)
              .map((each) => bare(text.rangeOf(each.span)?.toString() ?? ''));
            // A kind's marks as one bag of signs: a painter may do the same place once or twice.
            const shown = new Set(painted(one).map(bare).join(''));
            expect([...new Set(wanted.join(''))].filter((sign) => !shown.has(sign))).toEqual([]);
          }
        }
        painter.clear();
        expect(nodesOf(root)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('paints what is asked for last, also while it is still painting', async () => {
    const count = 3000;
    root.innerHTML = Array.from({ length: count }, (_, i) => `<p>第${i}项由县司法局负责</p>`).join('');
    text = read(root);
    painter = createPainter(text, { kind });
    const marks = text.blocks.map(
      ({ start, end }, i): Mark => ({
        kind: i % 2 ? 'lead' : 'responsible',
        span: { start: end - 6, end: end - 2 },
        target: String(start),
      }),
    );
    painter.paint(marks);
    // Some stay, in another order; some go; some come twice.
    const wanted = marks.filter((_, i) => i % 3 !== 0).reverse();
    painter.paint([...wanted, ...wanted.slice(0, 5)]);
    await painter.settled();
    const size = (name: MarkKind) => wanted.filter((one) => one.kind === name).length;
    const twice = wanted.slice(0, 5).filter((one) => one.kind === 'lead').length;
    expect(painted('lead').join('')).toBe('县司法局'.repeat(size('lead') + twice));
    expect(painted('responsible').join('')).toBe('县司法局'.repeat(size('responsible') + 5 - twice));
    painter.paint(marks.slice(0, 1));
    await painter.settled();
    expect([...painted('lead'), ...painted('responsible')]).toEqual(['县司法局']);
  });

  it('paints two thousand marks over many blocks without holding the page up', async () => {
    root.innerHTML = Array.from({ length: 2000 }, (_, i) => `<p>第${i}项工作由县水务局负责。</p>`).join('');
    text = read(root);
    painter = createPainter(text, { kind });
    const marks: Mark[] = [...text.text.matchAll(/县水务局/g)].map(({ index }) => ({
      kind: 'lead',
      span: { start: index, end: index + 4 },
      target: String(index),
    }));
    let longest = 0;
    let last = performance.now();
    let ticking = true;
    const tick = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (ticking) setTimeout(tick);
    };
    painter.paint(marks);
    tick();
    await painter.settled();
    ticking = false;
    expect(painted('lead')).toHaveLength(2000);
    expect(longest).toBeLessThan(200);
  });
});
