import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../../lib/export/ledger/calendar';
import { datedRows } from '../../../../lib/export/ledger/entries';
import { firstDay, repeatOf } from '../../../../lib/follow/repeat';
import { row } from './rows';

const events = (ics: string) => new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent');
const once = { recurrenceText: null } as const;

/** The days of a series, the first few. */
function days(event: ICAL.Component, most: number): string[] {
  const iterator = new ICAL.Event(event).iterator();
  const found: string[] = [];
  for (let day = iterator.next(); day && found.length < most; day = iterator.next()) found.push(day.toString());
  return found;
}

describe('a calendar of deadlines', () => {
  it('has a day for each deadline, with alarms before it', () => {
    const [event] = events(calendarOf([row({ ...once, title: '报送;方案,一\n二' })]));
    expect(event!.getFirstPropertyValue('dtstart')!.toString()).toBe('2026-06-30');
    expect(event!.getFirstProperty('dtstart')!.type).toBe('date');
    expect(event!.getFirstPropertyValue('summary')).toBe('报送;方案,一\n二');
    const alarms = event!
      .getAllSubcomponents('valarm')
      .map((alarm) => alarm.getFirstPropertyValue('trigger')!.toString());
    expect(alarms).toEqual(['-P6DT15H', '-PT15H', 'PT9H']);
  });

  it('begins a series within the year that the document plans for', () => {
    const duty = row({ recurrenceText: '每季度通报一次', dueDate: '2027-12-31', created: '2026-12-02T04:00:00.000Z' });
    const of = (title: string, begins?: string) => {
      const document = { ...duty.document!, title, begins };
      return days(events(calendarOf([{ ...duty, document }]))[1]!, 1);
    };
    expect(of('临澜县2027年度工作方案')).toEqual(['2027-03-31']);
    expect(of('临澜县工作方案')).toEqual(['2026-12-31']);
    expect(of('临澜县工作方案', '2027-04-01')).toEqual(['2027-06-30']);
  });

  it('has a duty of each year once, without an end', () => {
    const yearly = { dueDate: '2026-11-30', recurrenceText: '每年11月底前开展一次', deadlineText: '每年11月底前' };
    for (const repeat of [undefined, { text: '每年11月底前', until: null }]) {
      const found = events(calendarOf([row({ ...yearly, repeat })]));
      expect(found.map((event) => days(event, 2))).toEqual([['2026-11-30', '2027-11-30']]);
    }
    const ending = events(calendarOf([row({ dueDate: '2026-06-30', recurrenceText: '每半年' })]));
    expect(ending).toHaveLength(1);
  });

  it.each([
    ['每半月', ['2026-07-15', '2026-07-31', '2026-08-15', '2026-08-31']],
    ['每半个月报送一次', ['2026-07-15', '2026-07-31', '2026-08-15', '2026-08-31']],
    ['按旬调度', ['2026-07-10', '2026-07-20', '2026-07-31', '2026-08-10']],
    ['每旬', ['2026-07-10', '2026-07-20', '2026-07-31', '2026-08-10']],
  ])('has each half of a month, and each third: %s', (text, wanted) => {
    const rule = repeatOf(text)!;
    expect(firstDay(rule, '2026-07-01')).toBe(wanted[0]);
    const repeat = { text, until: null };
    const [event] = events(calendarOf([row({ ...once, dueDate: wanted[0]!, repeat })]));
    expect(days(event!, 4)).toEqual(wanted);
  });

  it('is what RFC 5545 asks for: CRLF, lines of at most 75 bytes', () => {
    const ics = calendarOf([row({ note: '备注很长'.repeat(60), tags: ['甲,乙', '丙'] })]);
    expect(ics.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    for (const line of ics.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(ics.replace(/\r\n /g, '')).toContain(`备注：${'备注很长'.repeat(60)}`);
    expect(ics).toContain('CATEGORIES:甲\\,乙,丙\r\n');
  });

  it('updates what a calendar has: the same UID, and a SEQUENCE that grows', () => {
    const changed = { dueDate: '2026-07-31', updated: '2026-03-06T08:00:00.000Z' };
    const [before] = events(calendarOf([row(once)]));
    const [after] = events(calendarOf([row({ ...once, ...changed })]));
    expect(after!.getFirstPropertyValue('uid')).toBe(before!.getFirstPropertyValue('uid'));
    expect(Number(after!.getFirstPropertyValue('sequence'))).toBeGreaterThan(
      Number(before!.getFirstPropertyValue('sequence')),
    );
    expect(calendarOf([row(once)])).toBe(calendarOf([row(once)]));
  });

  it('leaves nobody an alarm for what is done or not to be done', () => {
    for (const [status, stands] of [
      ['done', 'CONFIRMED'],
      ['dropped', 'CANCELLED'],
    ] as const) {
      const [event] = events(calendarOf([row({ ...once, status })]));
      expect(event!.getAllSubcomponents('valarm')).toEqual([]);
      expect(event!.getFirstPropertyValue('status')).toBe(stands);
    }
  });

  it.each([
    ['每日巡查', 0],
    ['每周调度一次', 1],
    ['每月报送', 2],
    ['每季度通报一次', 3],
  ])('%s is announced as often as people can bear: %i times', (recurrenceText, times) => {
    const [series] = events(calendarOf([row({ recurrenceText, dueDate: null })]));
    expect(series!.getAllSubcomponents('valarm')).toHaveLength(times);
  });

  it('has a series for a recurrence, from when it was taken on to its deadline', () => {
    const [deadline, series] = events(calendarOf([row({ recurrenceText: '每季度通报一次', dueDate: '2026-12-31' })]));
    expect(deadline!.getFirstPropertyValue('rrule')).toBeNull();
    expect(series!.getFirstPropertyValue('uid')).not.toBe(deadline!.getFirstPropertyValue('uid'));
    expect(days(series!, 9)).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']);
  });

  it('has one series for a recurring duty, from its present due date to its end, which moves when a period is done', () => {
    const repeat = { text: '每季度末月25日前', until: '2026-12-31' };
    const duty = { dueDate: '2026-06-25', recurrenceText: '每季度末月25日前', repeat };
    const [before, ...none] = events(calendarOf([row(duty)]));
    expect(none).toEqual([]);
    expect(days(before!, 9)).toEqual(['2026-06-25', '2026-09-25', '2026-12-25']);
    const later = { ...duty, dueDate: '2026-09-25', updated: '2026-06-20T08:00:00.000Z' };
    const [after] = events(calendarOf([row(later)]));
    expect(days(after!, 9)).toEqual(['2026-09-25', '2026-12-25']);
    expect(after!.getFirstPropertyValue('uid')).toBe(before!.getFirstPropertyValue('uid'));
    expect(Number(after!.getFirstPropertyValue('sequence'))).toBeGreaterThan(
      Number(before!.getFirstPropertyValue('sequence')),
    );
    const last = { ...duty, dueDate: '2026-12-31', repeat: { text: '每季度末月25日前', until: '2026-12-31' } };
    expect(events(calendarOf([row(last)]))[0]!.getFirstPropertyValue('rrule')).toBeNull();
    expect(events(calendarOf([row({ ...duty, dueDate: null, repeat: null })]))).toEqual([]);
  });

  it('leaves out what has neither, and says how many are in it', () => {
    const rows = [row({ ...once, dueDate: null }), row({ recurrenceText: '每月', dueDate: null }), row(once)];
    expect(events(calendarOf(rows))).toHaveLength(2);
    expect(datedRows(rows)).toBe(2);
  });
});

describe('a recurrence as printed', () => {
  it.each([
    ['每月', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['每月25日前报送', ['2026-01-25', '2026-02-25', '2026-03-25']],
    ['每月30日前', ['2026-01-28', '2026-02-28', '2026-03-28']],
    ['每季度末月30日前', ['2026-03-30', '2026-06-30', '2026-09-30']],
    ['每季度末月31日前', ['2026-03-30', '2026-06-30', '2026-09-30']],
    ['每年3月、12月底前', ['2026-03-31', '2026-12-31', '2027-03-31']],
    ['每月两次', ['2026-01-15', '2026-01-31', '2026-02-15']],
    ['每季度末月２５日前', ['2026-03-25', '2026-06-25', '2026-09-25']],
    ['每季度首月10日前', ['2026-01-10', '2026-04-10', '2026-07-10']],
    ['按季度报送', ['2026-03-31', '2026-06-30', '2026-09-30']],
    ['每半年开展1次', ['2026-06-30', '2026-12-31', '2027-06-30']],
    ['每年至少两次', ['2026-06-30', '2026-12-31', '2027-06-30']],
    ['每年至少五次', ['2026-12-31', '2027-12-31', '2028-12-31']],
    ['每年3月底前', ['2026-03-31', '2027-03-31', '2028-03-31']],
    ['每年6月、十二月30日前', ['2026-06-30', '2026-12-30', '2027-06-30']],
    ['每周五前', ['2026-01-02', '2026-01-09', '2026-01-16']],
    ['每周调度一次', ['2026-01-02', '2026-01-09', '2026-01-16']],
    ['每日巡查', ['2026-01-01', '2026-01-02', '2026-01-03']],
  ])('%s', (text, expected) => {
    const repeat = repeatOf(text)!;
    expect(firstDay(repeat, '2026-01-01')).toBe(expected[0]);
    const created = '2026-01-01T04:00:00.000Z';
    const [series] = events(calendarOf([row({ recurrenceText: text, dueDate: null, created, updated: created })]));
    expect(days(series!, 3)).toEqual(expected);
  });

  it.each([
    ['一月一调度', '2026-01-31'],
    ['一季度一通报', '2026-03-31'],
    ['一周一巡查', '2026-01-02'],
    ['一年一度', '2026-12-31'],
    ['按季通报', '2026-03-31'],
  ])('%s comes again, first on %s', (text, first) => expect(firstDay(repeatOf(text)!, '2026-01-01')).toBe(first));

  it.each(['一月一日前', '第一季度', '2027年一季度', '一月', '十一月底前', '一年内', '一周内', '一季度、三季度'])(
    '%s is once',
    (text) => expect(repeatOf(text)).toBeNull(),
  );

  it.each(['定期', '任期内', '常态化开展', ''])('%s names no period', (text) => expect(repeatOf(text)).toBeNull());
});
