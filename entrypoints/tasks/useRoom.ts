import { useEffect, useState } from 'preact/hooks';
import { isTight, type Room, readRoom } from '../../lib/store/room';

/** How much room there is left, once it gets tight; null while there is enough, or where the browser does not say. */
export function useRoom(): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    const look = () =>
      readRoom().then(
        (now) => setRoom(now && isTight(now) ? now : null),
        () => undefined,
      );
    void look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return room;
}
