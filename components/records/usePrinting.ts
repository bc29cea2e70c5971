import { useEffect, useState } from 'preact/hooks';

/** Whether the page is being printed: a list that draws only what is in view must then draw all. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // Drawn in the microtask after the event, which the browser lets pass before it lays the pages out.
    const before = () => setPrinting(true);
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
