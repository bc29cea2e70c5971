import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Sheet } from '../../../components/reader/Sheet';

const row = (tag: string, cells: readonly string[]) =>
  `<tr>${cells.map((cell) => `<${tag}><p>${cell}</p></${tag}>`).join('')}</tr>`;
const heads = [
  '序号',
  '类别',
  '任务',
  '目标',
  '措施',
  '牵头单位',
  '配合单位',
  '责任人',
  '开始',
  '完成时限',
  '资金',
  '备注',
];
const cells = [
  '1',
  '河道',
  '开展河道清淤整治',
  '水质达标',
  '按月巡查并上报',
  '县水利局',
  '县财政局',
  '张某',
  '2024-01-01',
  '2024-06-30',
  '120.5',
  '',
];

/** Lines that the text of an element is set on. */
function linesOf(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element.querySelector('p')?.firstChild ?? (element.firstChild as Node));
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}

describe('tables on paper', () => {
  it('of twelve columns keep dates and short names on one line, and scroll in a box of their own', () => {
    const { container } = render(
      <div style="width:760px">
        <Sheet html={`<table>${row('th', heads)}${row('td', cells)}</table>`} onSet={() => undefined} />
      </div>,
    );
    for (const cell of container.querySelectorAll('td'))
      if (/2024|县水利局|县财政局/.test(cell.textContent ?? '')) expect(linesOf(cell), cell.textContent ?? '').toBe(1);
    const box = container.querySelector('.sheet-wide') as HTMLElement;
    expect(box.getBoundingClientRect().right).toBeLessThanOrEqual(box.parentElement!.getBoundingClientRect().right);
    expect(box.tabIndex).toBe(0);
  });

  it('of few columns stay as they are, their dates whole', () => {
    const { container } = render(
      <div style="width:420px">
        <Sheet
          html={`<table>${row('td', ['开展河道清淤整治并按月巡查上报，按期完成', '县水利局', '2024-06-30'])}</table>`}
          onSet={() => undefined}
        />
      </div>,
    );
    expect(container.querySelector('.sheet-wide')).toBeNull();
    expect(linesOf(container.querySelectorAll('td')[2]!)).toBe(1);
  });
});
