import ICAL from 'ical.js';
import { quotedTitle } from '../../text/quoted-title';
import { publicUrl } from '../address';
import { limitText } from '../limit-words';
import { openUnits } from '../open-units';
import { statusWord } from '../words';
import { isWebAddress } from './cells';
import { type Entry, entriesOf } from './entries';
import type { LedgerRow } from './types';
import { clean } from './unfit';

/** When the calendar speaks up, before or after a day begins: nine in the morning, a week and a day before, and on it. */
const alarms = ['-P6DT15H', '-PT15H', 'PT9H'] as const;

/** What comes often is announced less: nobody wants to hear of tomorrow's round every day. */
function alarmsOf(rule: string | undefined): readonly string[] {
  if (!rule) return alarms;
  if (/FREQ=DAILY/.test(rule)) return [];
  if (/FREQ=WEEKLY/.test(rule)) return alarms.slice(2);
  return /INTERVAL|BYMONTH=/.test(rule) ? alarms : alarms.slice(1);
}

/**
 * Deadlines and recurrences as a calendar (RFC 5545): a day-long entry for each deadline and a series for each
 * recurrence, to the deadline where there is one. Their UIDs are made of the task's id and their SEQUENCE of when it was
 * changed, so that a calendar that gets the file again updates what it has. Duties with neither are left out.
 *
 * Written by ical.js: it folds lines by bytes, as Chinese text needs.
 */
export function calendarOf(rows: readonly LedgerRow[]): string {
  // With the blank that continues a line, 75 bytes.
  ICAL.foldLength = 74;
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Dutymark//政笺//ZH');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', '政笺任务');
  for (const row of rows) for (const entry of entriesOf(row)) calendar.addSubcomponent(eventOf(row, entry));
  return `${calendar.toString()}\r\n`;
}

function eventOf(row: LedgerRow, { uid, day, summary, rule, met }: Entry): ICAL.Component {
  const { task } = row;
  const event = new ICAL.Component('vevent');
  const set = (name: string, value: unknown) => void event.addPropertyWithValue(name, value);
  const changed = Date.parse(task.updated);
  const stamp = ICAL.Time.fromJSDate(new Date(changed), true);
  const closed = met || task.status === 'done' || task.status === 'dropped';
  set('uid', uid);
  set('dtstamp', stamp);
  set('last-modified', stamp);
  // Grows with each change, and is the same wherever the task is written.
  set('sequence', Math.max(0, Math.floor((changed - Date.parse(task.created)) / 1000)));
  set('dtstart', ICAL.Time.fromDateString(day));
  if (rule) set('rrule', ICAL.Recur.fromString(rule));
  set('summary', clean(closed ? `（${statusWord[met ? 'done' : task.status]}）${summary}` : summary));
  set('description', clean(descriptionOf(row)));
  if (task.tags.length > 0) {
    const categories = new ICAL.Property('categories', event);
    categories.setValues(task.tags.map(clean));
    event.addProperty(categories);
  }
  const url = publicUrl(task.url);
  if (isWebAddress(url)) set('url', url);
  set('status', task.status === 'dropped' ? 'CANCELLED' : 'CONFIRMED');
  // A deadline takes no time of anybody's day.
  set('transp', 'TRANSPARENT');
  if (!closed) for (const trigger of alarmsOf(rule)) event.addSubcomponent(alarmOf(trigger, clean(summary)));
  return event;
}

function alarmOf(trigger: string, summary: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm');
  alarm.addPropertyWithValue('action', 'DISPLAY');
  alarm.addPropertyWithValue('description', summary);
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(trigger));
  return alarm;
}

function descriptionOf({ task, document }: LedgerRow): string {
  const lines = [
    document?.title && `${quotedTitle(document.title)}${document.docNumber ? `（${document.docNumber}）` : ''}`,
    task.number && `第 ${task.number} 项`,
    task.lead.length > 0 && `牵头单位：${openUnits(task.lead, task.excerpt).join('、')}`,
    task.participants.length > 0 && `参加单位：${openUnits(task.participants, task.excerpt).join('、')}`,
    task.responsible.length > 0 && `责任单位：${openUnits(task.responsible, task.excerpt).join('、')}`,
    task.deadlineText && `完成时限：${limitText(task)}`,
    task.note && `备注：${task.note}`,
  ];
  return lines.filter(Boolean).join('\n');
}
