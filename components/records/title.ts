import { fileNameOf } from '../../lib/formats/address';
import type { DocumentHead } from '../../lib/store/types';

/** 关于印发《…》的通知, with or without the brackets; also 转发, 批转, 发布, 公布. */
const covers = [
  /(?:印发|转发|批转|发布|公布)(?:[^《》]{0,30}关于)?《(.+)》的?(?:通知|公告|函|批复)?$/,
  /关于(?:印发|转发|批转|发布|公布)([^《》]+?)的?(?:通知|公告)$/,
];

/** Shorter than this is no title of a document that was sent round, in characters. */
const least = 6;

/**
 * What a document is called where there is room for one line: a notice that only sends another document round is called
 * by that one (临澜县人民政府办公室关于印发《便民服务提升行动方案》的通知 → 便民服务提升行动方案), or a list of notices would read
 * the same on every line. The full title belongs into the tooltip.
 */
export function shortTitle(title: string): string {
  for (const cover of covers) {
    const inner = cover.exec(title)?.[1];
    if (inner && inner.length >= least) return inner;
  }
  return title;
}

/** A document as lists and ledgers show it: one that prints no title is called by its file, without the ending. */
export function named(head: DocumentHead): DocumentHead {
  if (head.title) return head;
  const file = head.urls.map(fileNameOf).find(Boolean);
  return file ? { ...head, title: file.replace(/\.[a-z0-9]{1,5}$/i, '') } : head;
}
