import { describe, expect, it } from 'vitest';
import { elsewhereOf } from '../../../components/panel/elsewhere';
import type { Profile } from '../../../lib/units/types';
import { samplePolicy } from '../../fixtures/panel/policy';

const unit = (region: string): Profile => ({
  id: region,
  name: '区司法局',
  region,
  kind: 'government-department',
  aliases: [],
  colour: null,
});
const of = (region: string | null, ...homes: readonly string[]) =>
  elsewhereOf({ ...samplePolicy(), region }, homes.map(unit));

describe('a document of another place', () => {
  it('is told by its district, beside ours or around it', () => {
    expect(of('白水区', '青石区')).toEqual({ region: '白水区', how: 'other' });
    expect(of('清河市', '青石区')).toEqual({ region: '清河市', how: 'wider' });
    expect(of('清河市', '清河市青石区')).toEqual({ region: '清河市', how: 'wider' });
  });

  it('is not told of our own, nor where a place is not known or one of our units is there', () => {
    expect(of('清河市青石区', '青石区')).toBeNull();
    expect(of(null, '青石区')).toBeNull();
    expect(of('白水区', '')).toBeNull();
    expect(of('白水区', '青石区', '白水区')).toBeNull();
  });
});
