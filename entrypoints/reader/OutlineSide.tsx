import { Outline } from '../../components/reader/outline/Outline';
import type { PageSession } from '../../lib/page/session-types';
import type { PageSnapshot } from '../../lib/page/types';
import { useTop } from './useTop';

export interface OutlineSideProps {
  readonly session: PageSession;
  readonly snapshot: PageSnapshot;
  /** It has led somewhere. */
  readonly onGone: () => void;
  readonly onClose: () => void;
}

/** The outline of the document that is open; drawn by itself while the reader scrolls, without the rest of the page. */
export function OutlineSide({ session, snapshot, onGone, onClose }: OutlineSideProps) {
  const top = useTop(session);
  if (!snapshot.policy) return null;
  return (
    <Outline
      policy={snapshot.policy}
      duties={snapshot.duties}
      top={top}
      onGo={(span) => {
        void session.reveal({ kind: 'passage', revision: session.current().revision, span });
        onGone();
      }}
      onClose={onClose}
    />
  );
}
