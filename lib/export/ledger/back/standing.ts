import type { ForeignKey } from './foreign-keys';
import type { Grid } from './grid';
import { cellAt, headings } from './heads';
import { shareIn } from './share';
import { answerIn, builtInStatus } from './status-in';

/** Heads of what may be the status, of what tells how the work goes, and of a share of the whole; what grew, was paid or pleased is none. */
export const statusHead = /状态|完成情况|办理情况|进度$|是否完成|是否办结/;
export const latestHead = /进展|(?:推进|落实|工作)情况/;
export const percentHead =
  /^(?!.*(?:增长|增速|增幅|下降|降幅|同比|环比|到位|占比|占用|满意|知晓|支付|权重|分值|得分)).*(?:(?:完成|办结|进度|推进|工作|落实|投资)(?:百分)?(?:比例?|率|度)$|百分[比数]|%$)/;
/** Of what is the status whatever stands in it. */
const surelyStatus = /状态|是否/;
/** One of these three. */
const standingHead = new RegExp([statusHead, latestHead, percentHead].map(({ source }) => source).join('|'));

/** Rows below a head that are looked at, and how long a word for a status is at the most. */
const LOOKED_AT = 200;
const LONGEST_WORD = 8;

type Columns = readonly (ForeignKey | null)[];

/** The columns of a table that say how things stand, by what their cells hold. */
class Standing {
  private readonly heads: readonly string[];

  constructor(
    private readonly grid: Grid,
    private readonly head: number,
  ) {
    this.heads = headings(grid, head);
  }

  /** Columns with such a head that stand for nothing else. */
  under(pattern: RegExp, columns: Columns): number[] {
    const free: Columns = [null, 'status', 'latest', 'percent'];
    return this.heads.flatMap((heading, at) =>
      free.includes(columns[at] ?? null) && pattern.test(heading) ? [at] : [],
    );
  }

  cells(column: number): string[] {
    const rows = Math.min(LOOKED_AT, this.grid.rows.length - this.head - 1);
    const below = Array.from({ length: Math.max(0, rows) }, (_, at) => this.head + 1 + at);
    return below.map((row) => cellAt(this.grid, row, column).text.trim()).filter(Boolean);
  }

  /** How many cells hold a word that everybody knows for a status. */
  known(column: number): number {
    return this.cells(column).filter((text) => builtInStatus(text) !== undefined || answerIn(text) !== undefined)
      .length;
  }

  /** Words for a status, and no sentences: 已完成, 推进中. */
  onlyWords(column: number): boolean {
    const cells = this.cells(column);
    return cells.every((text) => text.length <= LONGEST_WORD) && this.known(column) * 2 > cells.length;
  }

  /** Shares of a hundred, for the most part, beside words for a status; bare numbers only where the head says that they are shares. */
  shares(column: number): boolean {
    const cells = this.cells(column);
    const bare = percentHead.test(this.heads[column]!) || /进度/.test(this.heads[column]!);
    const shares = cells.filter((text) => shareIn(text, bare)).length;
    return shares * 2 > cells.length - this.known(column);
  }

  /** Sentences, and nothing that is known for a status. */
  tells(column: number): boolean {
    return (
      this.known(column) === 0 &&
      !surelyStatus.test(this.heads[column]!) &&
      this.cells(column).some((text) => text.length > LONGEST_WORD)
    );
  }
}

/**
 * Settles by their cells which columns hold a share, the status, and how the work goes: the same heads (完成进度, 落实情况) stand
 * over any of them.
 */
export function byTheirCells(grid: Grid, head: number, guessed: Columns): (ForeignKey | null)[] {
  const standing = new Standing(grid, head);
  return withLatest(standing, withStatus(standing, withShare(standing, guessed)));
}

/** A column of shares is no status; what was taken for one in its place is looked for anew. */
function withShare(standing: Standing, columns: Columns): Columns {
  const share = standing.under(standingHead, columns).find((at) => standing.shares(at));
  if (share === undefined) return columns;
  const freed = columns.map((key, at) => (at === share ? 'percent' : key === 'percent' ? null : key));
  const [status] = freed.includes('status') ? [] : standing.under(statusHead, freed).filter((at) => !freed[at]);
  const [latest] = freed.includes('latest') ? [] : standing.under(latestHead, freed).filter((at) => !freed[at]);
  return freed.map((key, at) => (at === status ? 'status' : at === latest ? 'latest' : key));
}

/** 落实情况 with nothing but 已完成 and 推进中 is the status, where no column says it better. */
function withStatus(standing: Standing, columns: Columns): Columns {
  const status = columns.indexOf('status');
  if (status >= 0 && standing.known(status) > 0) return columns;
  const better = standing.under(latestHead, columns).find((at) => standing.onlyWords(at));
  if (better === undefined) return columns;
  const told = status >= 0 && standing.cells(status).length > 0 ? status : null;
  const latest = columns.indexOf('latest');
  const freed = columns.map((key, at) => (at === better ? 'status' : at === status ? null : key));
  const other = standing.under(latestHead, freed).find((at) => freed[at] === null);
  const goes = latest === better ? (told ?? other) : undefined;
  return freed.map((key, at) => (at === goes ? 'latest' : key));
}

/**
 * Of two columns that may hold the status (办理情况, 完成情况) it is the one whose cells say one; the other tells how the work goes, and so
 * does one alone that holds sentences.
 */
function withLatest(standing: Standing, columns: Columns): (ForeignKey | null)[] {
  const first = columns.indexOf('status');
  if (first < 0) return [...columns];
  const may = standing.under(statusHead, columns).filter((at) => columns[at] === null);
  const best = may.reduce((best, at) => (standing.known(at) > standing.known(best) ? at : best), first);
  const other =
    best === first ? (may.find((at) => standing.cells(at).length > 0 && standing.known(at) === 0) ?? -1) : first;
  const goes = standing.tells(best) ? best : other;
  const latest = columns.includes('latest') ? null : 'latest';
  return columns.map((key, at) => (at === goes ? latest : at === best ? 'status' : key));
}
