import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';
import { type FailureCode, failureWords } from './failure';
import './scan-bar.css';

/** How reading pages from their pictures stands. */
export type ScanState =
  /** It can be asked for. */
  | { readonly state: 'offer' }
  /** Pages read, of how many; 0 to 1 of all of it; how many were read and are not shown yet. */
  | {
      readonly state: 'reading';
      readonly done: number;
      readonly of: number;
      readonly fraction: number;
      readonly more?: number;
    }
  /** All are read, of which some are not shown yet: some others are being looked at. */
  | { readonly state: 'ready'; readonly more: number }
  /** Nothing could be read, for a reason or for none that is known. */
  | { readonly state: 'failed'; readonly code: FailureCode }
  /** This build cannot. */
  | { readonly state: 'absent' }
  /** The administrator does not allow it. */
  | { readonly state: 'forbidden' };

export interface ScanBarProps {
  /** Numbers of the pages without text, ascending; null: all of them. */
  readonly pages: readonly number[] | null;
  /** There is text, in fonts that do not say what it means. */
  readonly garbled?: boolean;
  readonly now: ScanState;
  readonly onStart: () => void;
  readonly onStop: () => void;
  /** Shows what was read until now. */
  readonly onLook: () => void;
}

const NEXT = {
  offer: 'reader.scan.offer',
  failed: 'reader.scan.failed',
  absent: 'reader.scan.absent',
  forbidden: 'reader.scan.forbidden',
} as const;

/** Says which pages are pictures, and reads them when told. */
export function ScanBar({ pages, garbled = false, now, onStart, onStop, onLook }: ScanBarProps) {
  const what = pages
    ? i18n.t('reader.scan.pages', [pageRanges(pages)])
    : i18n.t(garbled ? 'reader.scan.garbled' : 'reader.scan.all');
  return (
    <section class="scan-bar" aria-label={i18n.t('reader.scan.title')} aria-busy={now.state === 'reading'}>
      {now.state === 'reading' ? (
        <>
          <Progress value={now.fraction} label={i18n.t('reader.scan.progress', [`${now.done}`, `${now.of}`])} />
          {Boolean(now.more) && (
            <Button small onClick={onLook}>
              {i18n.t('reader.scan.look', [`${now.more}`])}
            </Button>
          )}
          <Button small onClick={onStop}>
            {i18n.t('reader.scan.stop')}
          </Button>
        </>
      ) : now.state === 'ready' ? (
        <>
          <p>{i18n.t('reader.scan.ready')}</p>
          <Button small variant="primary" onClick={onLook}>
            {i18n.t('reader.scan.look', [`${now.more}`])}
          </Button>
        </>
      ) : (
        <>
          <p role={now.state === 'failed' ? 'alert' : undefined}>
            <strong>{what}</strong>
            {now.state === 'failed' && now.code !== 'no-text' ? failureWords(now.code, '') : i18n.t(NEXT[now.state])}
          </p>
          {(now.state === 'offer' || now.state === 'failed') && (
            <Button small variant="primary" onClick={onStart}>
              {i18n.t(now.state === 'failed' ? 'reader.scan.again' : 'reader.scan.start')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** 3, 4, 5, 8 → “3–5、8”. */
export function pageRanges(pages: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last && page === last.to + 1) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(i18n.t('reader.scan.and'));
}
