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

  it('costs the same on a page of any size', () => {
    document.body.innerHTML = '<p>群众来到现场观看演出。</p>'.repeat(60_000);
    const from = performance.now();
    const sample = sampleOf(document);
    expect(sample.length).toBeLessThan(100_000);
    expect(performance.now() - from).toBeLessThan(100);
  });
});
