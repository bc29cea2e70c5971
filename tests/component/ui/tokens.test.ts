import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../lib/setup.mjs';

const css = readFileSync(join(root, 'components/theme/tokens.css'), 'utf8');

/** The custom properties of the first block whose selector holds a string. */
function block(selector: string): Record<string, string> {
  const from = css.indexOf(selector);
  const body = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from));
  return Object.fromEntries([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1], match[2]?.trim()]));
}

const light = block(':root,');
const darkBySystem = block(':root:not([data-theme="light"])');
const darkByChoice = block(':root[data-theme="dark"]');
const dark = { ...light, ...darkByChoice };

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const texts = [
  '--ink',
  '--ink-soft',
  '--ink-faint',
  '--accent',
  '--accent-strong',
  '--role-lead',
  '--role-participant',
  '--role-responsible',
  '--deadline',
  '--good',
  '--warn',
  '--bad',
];

describe('the tokens', () => {
  it('are the same dark by system and by choice', () => {
    expect(Object.keys(darkByChoice).length).toBeGreaterThan(20);
    expect(darkByChoice).toEqual(darkBySystem);
  });

  it('define nothing dark that is not there light', () => {
    expect(Object.keys(darkByChoice).filter((name) => !(name in light))).toEqual([]);
  });

  it.each([
    ['light', light],
    ['dark', dark],
  ])('are readable: %s', (_, tokens) => {
    const value = (name: string) => tokens[name] ?? '';
    const poor: string[] = [];
    const need = (text: string, ground: string, least: number) => {
      const found = contrast(value(text), value(ground));
      if (found < least) poor.push(`${text} on ${ground}: ${found.toFixed(2)}`);
    };
    for (const text of texts)
      for (const ground of ['--paper', '--raised', '--sunk', '--selected']) need(text, ground, 4.5);
    for (const name of ['good', 'warn', 'bad']) need(`--${name}`, `--${name}-wash`, 4.5);
    need('--accent-strong', '--accent-wash', 4.5);
    need('--on-accent', '--accent', 4.5);
    need('--on-mine', '--mine', 4.5);
    need('--on-hit', '--hit', 4.5);
    need('--rule-control', '--paper', 3);
    need('--focus', '--paper', 3);
    for (const colour of ['yellow', 'green', 'blue', 'red', 'purple']) {
      need('--ink', `--note-${colour}`, 4.5);
      need(`--note-edge-${colour}`, '--paper', 3);
    }
    expect(poor).toEqual([]);
  });
});
