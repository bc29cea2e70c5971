import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backupSettings, takeSettings } from '../../../lib/export/backup-settings';
import { readReminding } from '../../../lib/follow/reminding';
import { emptyRoster, namesToOffer, readRoster } from '../../../lib/follow/roster';
import { readStatusWords } from '../../../lib/follow/status-words';
import { settings } from '../../../lib/settings';

beforeEach(() => {
  fakeBrowser.reset();
  // Node has no locks; nothing else is at these settings here.
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
});
afterEach(() => vi.unstubAllGlobals());

describe('what an office keeps', () => {
  it('is read as far as it can be used', () => {
    expect(readRoster({ leaders: [' 周副局长 ', '周副局长', '', 7, 'x'.repeat(41)], handlers: null })).toEqual({
      ...emptyRoster,
      leaders: ['周副局长'],
    });
    expect(readRoster(null)).toEqual(emptyRoster);
    const words = [
      { word: ' 滞后 ', status: 'doing' },
      { word: '滞后', status: 'open' },
      { word: '好', status: 'eaten' },
      null,
    ];
    expect(readStatusWords(words)).toEqual([{ word: '滞后', status: 'doing' }]);
    expect(readReminding({ on: 'yes', hour: 24 })).toEqual({ on: false, hour: 9 });
  });

  it('is offered with the names that tasks carry already, the most used first', () => {
    const roster = { ...emptyRoster, offices: ['办公室', '审批股'] };
    const tasks = [{ offices: ['审批股'] }, { offices: ['审批股', '法制股'] }, {}];
    expect(namesToOffer(roster, tasks).offices).toEqual([
      { tag: '审批股', count: 2 },
      { tag: '法制股', count: 1 },
      { tag: '办公室', count: 0 },
    ]);
  });

  it('goes into a backup and comes back beside what is here', async () => {
    await settings.roster.setValue({ ...emptyRoster, handlers: ['陈工'] });
    await settings.statusWords.setValue([{ word: '滞后', status: 'doing' }]);
    const kept = JSON.parse(JSON.stringify(await backupSettings()));
    fakeBrowser.reset();
    await settings.roster.setValue({ ...emptyRoster, handlers: ['李工'] });
    await settings.statusWords.setValue([{ word: '滞后', status: 'open' }]);
    await takeSettings(kept);
    expect(await settings.roster.getValue()).toEqual({ ...emptyRoster, handlers: ['李工', '陈工'] });
    expect(await settings.statusWords.getValue()).toEqual([{ word: '滞后', status: 'open' }]);
  });
});
