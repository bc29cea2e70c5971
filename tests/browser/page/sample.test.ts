import { afterEach, describe, expect, it } from 'vitest';
import { sampleOf } from '../../../lib/page/sample';

afterEach(() => {
  document.body.innerHTML = '';
});

describe('sampleOf', () => {
  it('puts blocks and line breaks on lines of their own and joins what stands in a line', () => {
    document.body.innerHTML =
      '<p>一、<b>总体</b>要求</p><div>牵头单位：<span>市水务局</span><br>责任单位：市教育局</div>';
    expect(sampleOf(document).trim().split('\n')).toEqual(['一、总体要求', '牵头单位：市水务局', '责任单位：市教育局']);
  });

  it('leaves out code and form fields', () => {
    document.body.innerHTML = '<script>var a = 1</script><style>p{}</style><p>正文</p><textarea>草稿</textarea>';
    expect(sampleOf(document).trim()).toBe('正文');
  });

  it('leaves out whatever stands in them, blocks too', () => {
    document.body.innerHTML =
      '<svg><foreignObject><div><p>图中</p></div></foreignObject></svg><p>正文</p><s><b>删去</b></s>';
    expect(sampleOf(document).trim()).toBe('正文');
  });

  it('ends a line at a break before what is set in bold or behind a comment, and behind a block that ends', () => {
    document.body.innerHTML = '<div>甲<br><b>乙</b><br><!-- 注 -->丙<span></span>丁<p>戊</p>己<div></div>庚</div>';
    expect(sampleOf(document).trim().split('\n')).toEqual(['甲', '乙', '丙丁', '戊', '己', '庚']);
  });

  it('reads what a script has nested ever deeper', () => {
    let inner: Element = document.body;
    for (let depth = 0; depth < 30_000; depth++) {
      const next = document.createElement('span');
      inner.append(next);
      inner = next;
    }
    inner.append('牵头单位：市水务局');
    expect(sampleOf(document)).toBe('牵头单位：市水务局');
    // Taken apart again by hand: a browser that is given all of it at once runs out of room itself.
    document.body.firstElementChild?.remove();
  });

  it('costs the same on a page of any size', () => {
    document.body.innerHTML = '<p>群众来到现场观看演出。</p>'.repeat(60_000);
    const from = performance.now();
    const sample = sampleOf(document);
    expect(sample.length).toBeLessThan(100_000);
    expect(performance.now() - from).toBeLessThan(100);
  });
});
