import { expect, it } from 'vitest';
import { isBySubject } from '../../../lib/names/by-subject';

it.each(['文旅部门', '宣传部门', '新闻单位', '住建部门', '供电单位'])('%s is an office by its subject', (name) => {
  expect(isBySubject(name)).toBe(true);
});

it.each(['受理单位', '主管部门', '牵头单位', '审批机关', '部门', '文旅', '县文旅局'])('%s is none', (name) => {
  expect(isBySubject(name)).toBe(false);
});
