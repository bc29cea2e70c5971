import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ListHead, type ListHeadProps } from '../../../components/panel/ListHead';
import { NotNamed } from '../../../components/panel/NotNamed';
import { Onboarding } from '../../../components/panel/Onboarding';
import { dutiesOf } from '../../../lib/units/duties';
import { policy, profile } from '../../unit/units/fixtures';

afterEach(cleanup);

const document = policy('云岭省清河市临澜县', [
  { lead: ['县司法局'], participant: ['县民政局'] },
  { lead: ['县司法局'] },
  { lead: ['县水务局'] },
]);

function type(text: string) {
  const onSetProfile = vi.fn();
  render(<Onboarding policy={document} onSetProfile={onSetProfile} />);
  fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });
  const listed = screen.queryAllByRole('listitem').map((item) => item.textContent);
  return { listed, onSetProfile };
}

describe('the unit picker', () => {
  it('asks back where a name is a slip away from one of the document', () => {
    const { listed, onSetProfile } = type('县司发局');
    expect(screen.getByRole('status').textContent).toBe('本文没有“县司发局”。是不是：');
    expect(listed).toEqual(['县司法局2 项']);
    expect(screen.getByRole('button', { name: '就用“县司发局”（本文没有点名）' }).className).toContain('button-plain');
    fireEvent.click(screen.getByRole('button', { name: /县司法局/ }));
    expect(onSetProfile.mock.calls[0]![0].name).toBe('县司法局');
  });

  it('lists what a full official name is called here, and says how many items it gives', () => {
    const { listed, onSetProfile } = type('临澜县司法局');
    expect(screen.queryByRole('status')).toBeNull();
    expect(listed).toEqual(['县司法局2 项']);
    fireEvent.click(screen.getByRole('button', { name: '就用“临澜县司法局” · 点名 2 项' }));
    expect(onSetProfile.mock.calls[0]![0]).toMatchObject({ name: '临澜县司法局', region: '云岭省清河市临澜县' });
  });

  it('goes along with a full name from its first characters on', () => {
    expect(type('临澜县司').listed).toEqual(['县司法局2 项']);
    cleanup();
    expect(type('清河市临澜县水').listed).toEqual(['县水务局1 项']);
    cleanup();
    expect(type('望川县水').listed).toEqual([]);
  });

  it('still narrows the list by what is typed', () => {
    expect(type('水务').listed).toEqual(['县水务局1 项']);
  });
});

describe('the line where nothing names our unit', () => {
  const mine = (name: string) => [profile(name, '云岭省清河市临澜县', 'government-department')];

  it('asks whether the name is right, names what looks like it, leads to editing', () => {
    const onEdit = vi.fn();
    render(<NotNamed policy={document} profiles={mine('县司发局')} onEdit={onEdit} />);
    const text = globalThis.document.body.textContent;
    expect(text).toContain('本文没有点名“县司发局”，名称写对了吗？');
    expect(text).toContain('文中相近的名称：县司法局（2 项）。');
    fireEvent.click(screen.getByRole('button', { name: '修改本单位' }));
    expect(onEdit).toHaveBeenCalledOnce();
  });

  it('asks for what may be ours to be decided, not for the name, where such is listed below', () => {
    render(<NotNamed policy={document} profiles={mine('临澜县司法局')} onEdit={vi.fn()} asked />);
    expect(globalThis.document.body.textContent).toBe(
      '文中有名称相符或相近的单位，不能确定是不是“临澜县司法局”，请在下面逐项确认。修改本单位',
    );
  });

  it('offers no name where none is near', () => {
    render(<NotNamed policy={document} profiles={mine('县气象局')} onEdit={undefined} />);
    expect(globalThis.document.body.textContent).toBe('本文没有点名“县气象局”，名称写对了吗？');
  });
});

describe('what stands above our duties', () => {
  const mine = profile('临澜县司法局', '云岭省清河市临澜县', 'government-department');
  const head = (of: ReturnType<typeof policy>) => {
    const snapshot = { duties: dutiesOf(of, mine), anchors: {} };
    const panel = { policy: of, profiles: [mine], snapshot, onOpenOptions: undefined };
    const props = { tab: 'duties', panel, taken: new Set(), claimed: [], actions: {}, annotations: [] };
    render(<ListHead {...(props as unknown as ListHeadProps)} />);
    return globalThis.document.body.textContent;
  };

  it('does not doubt the name where a table without a place has it', () => {
    const text = head(policy(null, [{ lead: ['县司法局'] }, { lead: ['县水务局'] }]));
    expect(text).toContain('不能确定是不是“临澜县司法局”');
    expect(text).not.toContain('名称写对了吗');
  });

  it('asks for the name where only designations may include us', () => {
    expect(head(policy('云岭省清河市临澜县', [{ responsible: ['各有关部门'] }]))).toContain('名称写对了吗');
  });
});
