import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Facts } from '../../../components/panel/Facts';
import { emptyPolicy } from '../../lib/policies';

const fact = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent;

describe('what a document says of itself', () => {
  it('where nothing was missed says 无, and of what it does not say that it was not found', () => {
    render(<Facts policy={{ ...emptyPolicy, unread: [] }} revision={1} onReveal={() => undefined} />);
    fireEvent.click(screen.getByRole('button', { name: '文件信息' }));
    expect(fact('未能识读')).toBe('无');
    expect(fact('主送')).toBe('未识别');
  });

  it('calls a file that prints no title by its name', () => {
    const url = 'file:///%E9%87%8D%E7%82%B9%E4%BB%BB%E5%8A%A1%E5%88%86%E8%A7%A3%E8%A1%A8.xlsx';
    render(<Facts policy={emptyPolicy} revision={1} url={url} onReveal={() => undefined} />);
    expect(screen.getByRole('heading').textContent).toBe('重点任务分解表.xlsx');
  });

  it('closed and dense calls a notice by what it sends round, with its whole title at hand', () => {
    const title = '临澜县人民政府办公室关于印发《临澜县便民服务提升行动方案》的通知';
    render(<Facts policy={{ ...emptyPolicy, title }} revision={1} onReveal={() => undefined} dense />);
    const heading = () => screen.getByRole('heading');
    expect([heading().textContent, heading().title]).toEqual(['临澜县便民服务提升行动方案', title]);
    fireEvent.click(screen.getByRole('button', { name: '文件信息' }));
    expect(heading().textContent).toBe(title);
  });
});
