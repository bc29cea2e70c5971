import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import { planBegins, titleBegins } from '../../../lib/policy/plan-begins';
import { fromPlain } from '../../../lib/text/plain';

describe('the time that a title plans for', () => {
  it.each([
    ['临澜县2027年度河道管护工作方案', '2027-01-01'],
    ['二〇二七年重点工作任务清单', '2027-01-01'],
    ['临澜县2027年下半年重点工作', '2027-07-01'],
    ['2027年第三季度督查计划', '2027-07-01'],
    ['临澜县养老服务三年行动方案（2027—2029年）', '2027-01-01'],
    ['关于做好2026年总结和2027年谋划的通知', null],
    ['2027—2028学年度第一学期工作安排', null],
    ['关于2026年3月检查情况的通报', null],
    ['临澜县河道管护办法', null],
    [null, null],
  ])('%s', (title, begins) => expect(titleBegins(title)).toBe(begins));
});

describe('the day a document’s own time begins', () => {
  const begins = (text: string, title: string | null = null) => planBegins({ title, attachmentTitle: null }, text);

  it('is that of its coming into force, or of what it plans for, the later of the two', () => {
    expect(begins('三、附则\n本办法自2027年1月1日起施行。')).toBe('2027-01-01');
    expect(begins('自二〇二七年三月一日起施行。')).toBe('2027-03-01');
    expect(begins('第十条 自2027年3月1日起施行。')).toBe('2027-03-01');
    expect(begins('第九条 本办法由县水务局负责解释，自2027年3月1日起施行，有效期五年。')).toBe('2027-03-01');
    expect(begins('（二）本通知自2027年3月1日起正式执行\n（此件公开发布）')).toBe('2027-03-01');
    expect(begins('请遵照办理。自2027年3月1日起实施。\n青岚县人民政府\n2026年12月1日')).toBe('2027-03-01');
    expect(begins('实施期限：2027年4月至2029年3月。')).toBe('2027-04-01');
    expect(begins('本方案自2026年12月10日起施行。', '2027年度工作方案')).toBe('2027-01-01');
  });

  it('is that of the title where one point or another act has a day of its own', () => {
    const text = '1.每月报送进度。\n2.自2027年10月1日起实施电子化归档。';
    expect(begins(text, '青岚县2027年工作要点')).toBe('2027-01-01');
    expect(begins('1.每月报送进度。\n2.推行新系统。自2027年10月1日起实施。')).toBeNull();
    expect(begins('自2027年10月1日起实施电子化归档。')).toBeNull();
    expect(begins('学习新修订的条例，自2027年7月1日起施行。')).toBeNull();
    expect(begins('各镇按照本方案要求更换新系统，自2027年7月1日起执行电子台账。')).toBeNull();
    const long = Array.from({ length: 12 }, (_, at) => `${at + 1}.开展巡查。`).join('\n');
    expect(begins(`自2027年10月1日起实施。\n${long}`)).toBeNull();
  });

  it('is none of what others say', () => {
    expect(begins('《临澜县河道管理办法》自2027年1月1日起施行。')).toBeNull();
    expect(begins('已于2027年1月1日起施行的规定')).toBeNull();
  });
});

describe('a document that was read', () => {
  const body = '1. 每季度末报送一次河道巡查情况。\n牵头单位：县水务局\n2. 加强宣传。\n牵头单位：县司法局';

  it('says when its time begins', () => {
    expect(parse(fromPlain(`临澜县2027年度河道管护工作方案\n${body}`)).begins).toBe('2027-01-01');
    const end = '三、附则\n本方案自2027年4月1日起施行。';
    expect(parse(fromPlain(`临澜县河道管护工作方案\n${body}\n${end}`)).begins).toBe('2027-04-01');
    expect(parse(fromPlain(`临澜县河道管护工作方案\n${body}`)).begins).toBeNull();
  });
});
