import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPanelFor } from '../lib/drive.mjs';
import { corpusGold } from '../lib/gold';
import { rowsInSight } from '../lib/sight';
import { NAMED, POSSIBLE, triagePlan, UNIT } from '../lib/triage-plan';
import { page as dressed } from '../server/furniture.mjs';
import { readState, type Stage, stage } from './fixture';

let at: Stage;
afterEach(() => at.close());

/** Presses keys, counts them, and looks after each whether the row with the cursor is wholly in sight. */
class Hand {
  presses = 0;
  readonly hidden: string[] = [];
  constructor(readonly panel: Page) {}

  async press(key: string): Promise<void> {
    this.presses++;
    await this.panel.keyboard.press(key);
    const seen = await this.panel.evaluate(rowInSight);
    if (seen) this.hidden.push(`${this.presses} ${key}: ${seen}`);
  }

  /** Chinese goes in by an input method: as many keys as its sounds have letters would be typed, one sign a key is counted. */
  async type(text: string): Promise<void> {
    this.presses += text.length;
    await this.panel.keyboard.insertText(text);
  }
}

/** '' where the current row is wholly in sight once the list stands still, else what is wrong with it. */
async function rowInSight(): Promise<string> {
  const frame = () => new Promise(requestAnimationFrame);
  const wrong = (): string => {
    const row = document.querySelector<HTMLElement>('[data-current]');
    if (!row) return document.querySelector('[data-dutymark-row]') ? 'no row is current' : '';
    const { left, top, right, bottom } = row.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) return `${row.innerText.slice(0, 20)} at ${top}–${bottom}`;
    // What is on top at its edges and in its middle belongs to it.
    for (const x of [left + 2, (left + right) / 2, right - 12]) {
      for (const y of [top + 2, (top + bottom) / 2, bottom - 3]) {
        const over = document.elementFromPoint(x, y);
        if (!over || !row.contains(over)) return `${row.innerText.slice(0, 20)} under ${over?.className ?? 'nothing'}`;
      }
    }
    return '';
  };
  let last = wrong();
  // Two looks alike: nothing moves any more. What is wrong is given some frames to come right.
  for (let turn = 0; turn < 30; turn++) {
    await frame();
    const now = wrong();
    if (now === '' && last === '' && turn > 1) return '';
    last = now;
  }
  return last;
}

const groupsOf = (panel: Page) => panel.locator('.group-link').allTextContents();

/** Sets the unit, takes on what names it, and decides all that may be ours: yes and no by turns. */
async function triage(
  panel: Page,
  unit: string,
  known: { named: number; possible: number },
): Promise<Hand & { sight: number }> {
  const hand = new Hand(panel);
  await hand.press('u');
  await hand.type(unit);
  await hand.press('Enter');
  await panel.getByText(new RegExp(`可能 ${known.possible} 项`)).waitFor();
  await panel.locator('[data-current]').waitFor();
  await panel.getByRole('tab', { name: new RegExp(`我的职责\\s*\\d+\\s*可能 ${known.possible}$`) }).waitFor();
  const sight = await rowsInSight(panel);
  expect(sight).toBeGreaterThanOrEqual(10);
  await hand.press('a');
  await panel.getByRole('tab', { name: new RegExp(`我的任务\\s*${known.named}`) }).waitFor();
  const group = () =>
    panel
      .locator('[data-current]')
      .evaluate((row) => row.querySelector('.mark-possible, .measure-why button')?.className ?? '');
  for (let step = 0; step < 20 && !(await isPossible(panel)); step++) await hand.press('j');
  for (let left = known.possible; left > 0; left--) {
    // The cursor is on one that still waits, whatever became of the last.
    expect(await isPossible(panel), `${left} left; ${await group()}`).toBe(true);
    await hand.press(left % 2 === 0 ? 'Y' : 'n');
    const words = left > 1 ? new RegExp(`可能涉及\\s*${left - 1}$`) : /^(?!.*可能涉及)/;
    await expect.poll(async () => (await groupsOf(panel)).join(' ')).toMatch(words);
  }
  return Object.assign(hand, { sight });
}

const isPossible = (panel: Page) => panel.locator('[data-current] [aria-keyshortcuts="y"]').isVisible();

const sizes = [
  { width: 1366, height: 768 },
  { width: 345, height: 640 },
];

describe.each(sizes)('a plan of 66 measures at $width×$height', (size) => {
  it('is gone through with the keyboard alone, every row in sight', async () => {
    at = await stage();
    at.sites.set(
      '/triage.html',
      dressed({ title: '临澜县法治乡村提升行动重点任务分工方案', policy: true, html: triagePlan() }),
    );
    const page = await at.open('/triage.html');
    expect((await readState(page)).measures).toBe(66);
    const panel = await openPanelFor(at, page);
    await panel.setViewportSize(size);
    const hand = await triage(panel, UNIT, { named: NAMED, possible: POSSIBLE });
    expect(hand.hidden).toEqual([]);
    expect(hand.presses).toBeLessThanOrEqual(70);
    console.log(
      `${size.width}×${size.height}: ${hand.presses} keys for ${NAMED} taken on and ${POSSIBLE} decided; ${hand.sight} duties in sight`,
    );
    // What was said yes to counts among what is taken on together.
    await panel.keyboard.press('a');
    const yes = Math.floor(POSSIBLE / 2);
    await panel.getByRole('tab', { name: new RegExp(`我的任务\\s*${NAMED + yes}`) }).waitFor();
    // One way back for everything, in the order in which it was done.
    await panel.keyboard.press('Control+z');
    await panel.getByRole('tab', { name: new RegExp(`我的任务\\s*${NAMED}`) }).waitFor();
    await panel.keyboard.press('Control+z');
    await expect.poll(async () => (await groupsOf(panel)).join(' ')).toMatch(/可能涉及\s*1$/);
  });
});

describe('document 000', () => {
  const gold = corpusGold('000');
  if (!gold) console.warn('The corpus is not beside the checkout: document 000 is not gone through by key.');

  it.runIf(gold).each(sizes)('is gone through with the keyboard alone at $width×$height', async (size) => {
    at = await stage();
    const page = await at.open('/corpus/000?as=br');
    await readState(page);
    const panel = await openPanelFor(at, page);
    await panel.setViewportSize(size);
    const hand = await triage(panel, '平桥区司法局', { named: 35, possible: 23 });
    expect(hand.hidden).toEqual([]);
    expect(hand.presses).toBeLessThanOrEqual(70);
    console.log(`${size.width}×${size.height}: ${hand.presses} keys for document 000; ${hand.sight} duties in sight`);
  });
});
