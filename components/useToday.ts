import { useEffect, useState } from 'preact/hooks';
import { localDate } from './panel/today';

/** Milliseconds from an instant to the next midnight of the reader's calendar, and a little more. */
function untilMidnight(now: Date): number {
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return next.getTime() - now.getTime() + 50;
}

/**
 * The reader's calendar date, which turns at midnight also on a page that is left open and in sight; a timer that slept
 * with the computer is made good when the page is seen again.
 */
export function useToday(): string {
  const [today, setToday] = useState(() => localDate());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const turn = () => {
      setToday(localDate());
      clearTimeout(timer);
      timer = setTimeout(turn, untilMidnight(new Date()));
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', turn);
    };
  }, []);
  return today;
}
