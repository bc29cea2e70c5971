import { describe, expect, it } from 'vitest';
import { shortTitle } from '../../../components/records/title';

describe('a title in one line', () => {
  it.each([
    ['临澜县人民政府办公室关于印发《临澜县便民服务提升行动方案》的通知', '临澜县便民服务提升行动方案'],
    ['关于印发临澜县2026年重点工作任务分工的通知', '临澜县2026年重点工作任务分工'],
    ['临澜县人民政府转发市政府关于《清河市古桥保护办法（试行）》的通知', '清河市古桥保护办法（试行）'],
    [
      '临澜县人民政府办公室关于印发《临澜县贯彻〈清河市养老条例〉实施方案》的通知',
      '临澜县贯彻〈清河市养老条例〉实施方案',
    ],
  ])('%s is what it sends round', (title, short) => {
    expect(shortTitle(title)).toBe(short);
  });

  it.each(['临澜县法治乡村提升行动重点任务分工方案', '关于做好防汛工作的通知', '关于印发《章程》的通知', ''])(
    '“%s” stays as it is',
    (title) => {
      expect(shortTitle(title)).toBe(title);
    },
  );
});
