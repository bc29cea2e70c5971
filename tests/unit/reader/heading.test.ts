import { expect, it } from 'vitest';
import { headingOf } from '../../../entrypoints/reader/heading';

it('a policy is called by its title, all else by its file', () => {
  const file = { name: '名单.docx', title: '个人' };
  expect(headingOf(file, null)).toBe('名单.docx');
  expect(headingOf(file, { class: 'other', title: '细则对各类人员作了系统安排' })).toBe('名单.docx');
  expect(headingOf(file, { class: 'policy', title: null })).toBe('名单.docx');
  expect(headingOf(file, { class: 'task-policy', title: '临澜县防汛工作方案' })).toBe('临澜县防汛工作方案');
});

it('what was pasted has no file', () => {
  expect(headingOf({ name: '', title: '摘录' }, { class: 'other', title: '首页' })).toBe('摘录');
  expect(headingOf({ name: '', title: null }, null)).toBeNull();
});
