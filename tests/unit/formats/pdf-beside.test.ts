import { describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/pdf';
import { rawPdf, show } from './write/raw-pdf';

const sentence = '由县水利局牵头，年底前完成。';

/** Its page begins more drawings than any paper has, and ends there. */
const endless = rawPdf([`${show(90, 100, sentence)} ${'q '.repeat(150_000)}`]);
const paper = rawPdf(Array.from({ length: 40 }, () => show(90, 100, sentence)));
const limited = expect.objectContaining({ code: 'limit-reached' });

describe('two PDFs that are read at the same time in one thread', () => {
  it('are each told of their own pages that ended early, and of no other', async () => {
    const [good, bad, other] = await Promise.all([
      open(paper, '甲.pdf'),
      open(endless, '乙.pdf'),
      open(paper, '丙.pdf'),
    ]);
    expect(bad.warnings).toContainEqual(limited);
    expect(good.warnings).not.toContainEqual(limited);
    expect(other.warnings).not.toContainEqual(limited);
  });

  it('do not wait for one that is stopped, or cannot be read', async () => {
    const stopped = new AbortController();
    const halted = open(paper, '甲.pdf', { signal: stopped.signal });
    const broken = open(new Uint8Array(10), '乙.pdf');
    const good = open(paper, '丙.pdf');
    stopped.abort(new Error('halted'));
    await expect(halted).rejects.toThrow('halted');
    await expect(broken).rejects.toThrow();
    expect((await good).html).toContain('由县水利局牵头');
  });
});
