import { describe, expect, it } from 'vitest';
import { readUnits } from '../../../lib/names/coordination';
import { labelMeaning } from '../../../lib/policy/labels';
import { Strand } from '../../../lib/text/strand';

const read = (text: string) => readUnits(Strand.of(text, 0, text.length));
const names = (text: string): string[] => read(text).units.map((u) => u.name);

describe('lists of units as printed', () => {
  const lists: Record<string, string[]> = {
    '县委编办、县财政局，各乡镇（办事处）': ['县委编办', '县财政局', '各乡镇（办事处）'],
    // One designation with a shared ending.
    '市、区机管局': ['市、区机管局'],
    '各区、市政府': ['各区、市政府'],
    '东湖、南湖市政府': ['东湖、南湖市政府'],
    '各市、县、区政府，省级有关部门': ['各市、县、区政府', '省级有关部门'],
    '各乡、镇人民政府': ['各乡、镇人民政府'],
    '各省、自治区、直辖市人民政府': ['各省、自治区、直辖市人民政府'],
    '白石市、云溪县、东渚县政府': ['白石市、云溪县、东渚县政府'],
    '云溪示范区、白石新区管委会': ['云溪示范区、白石新区管委会'],
    '市政府各委、办、局': ['市政府各委、办、局'],
    // Two designations each.
    '各乡镇人民政府、街道办事处': ['各乡镇人民政府', '街道办事处'],
    '各设区市政府、白石市政府': ['各设区市政府', '白石市政府'],
    '各镇、街道': ['各镇', '街道'],
    // Joiners between organs, and inside names.
    县教育局及各有关学校: ['县教育局', '各有关学校'],
    省委组织部和省人力资源和社会保障厅: ['省委组织部', '省人力资源和社会保障厅'],
    '县工业和信息化局、县住房和城乡建设局': ['县工业和信息化局', '县住房和城乡建设局'],
    市文化和旅游局与市体育局: ['市文化和旅游局', '市体育局'],
    '水利所和各村（社区）': ['水利所', '各村（社区）'],
    // Open lists.
    '省财政厅、省林草局等省直有关部门': ['省财政厅', '省林草局'],
    县教育局等8个部门: ['县教育局'],
    '财政部、税务总局等国务院相关部门及各地区按职责分工负责': ['财政部', '税务总局', '国务院相关部门', '各地区'],
    省商务厅等和各有关市人民政府: ['省商务厅', '各有关市人民政府'],
    '省教育厅、高等学校': ['省教育厅', '高等学校'],
    // White space instead of 、, and a name broken over a line.
    '县公安局 县司法局': ['县公安局', '县司法局'],
    '1.县公安局；2.县司法局': ['县公安局', '县司法局'],
  };
  for (const [list, wanted] of Object.entries(lists)) it(list, () => expect(names(list)).toEqual(wanted));

  it('says that a list is open', () => {
    expect(read('县教育局、县财政局等部门').open).toBe(true);
    expect(read('县教育局、县财政局').open).toBe(false);
  });
});

describe('labels', () => {
  const labels: Record<string, string | null> = {
    牵头单位: 'lead',
    主办单位: 'lead',
    牵头考核单位: 'lead',
    '牵头（责任）单位': 'lead',
    配合单位: 'participant',
    协办部门: 'participant',
    '配合/责任单位': 'participant',
    责任单位: 'responsible',
    负责部门: 'responsible',
    落实部门: 'responsible',
    责任科室: 'responsible',
    实施主体: 'responsible',
    完成时限: 'deadline',
    时间节点: 'deadline',
    责任领导: 'person',
    牵头领导: 'person',
    责任人: 'person',
    督办单位: 'none',
    适用范围: 'none',
    牵头: 'lead',
    经济责任: null,
    责任单位要: null,
    人民政府: null,
  };
  for (const [label, kind] of Object.entries(labels))
    it(label, () => expect(labelMeaning(label)?.kind ?? null).toBe(kind));
});
