import { codes } from './chars';

const stops = codes('。；');

/** Where a text ends without the stops at its end. */
export function endsOfSentence(text: string): number {
  let end = text.length;
  while (end > 0 && stops.has(text.charCodeAt(end - 1))) end--;
  return end;
}
