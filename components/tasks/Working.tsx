import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';
import type { AtWork } from './useChanges';

/** How far a change of many has come, and the way to stop it: it is taken back whole then. */
export function Working({ at: { done, stop } }: { readonly at: AtWork }) {
  const [asked, setAsked] = useState(false);
  return (
    <div class="tasks-working">
      <Progress value={done} label={i18n.t(asked ? 'tasks.stopping' : 'tasks.working')} />
      {stop && (
        <Button
          small
          disabled={asked}
          onClick={() => {
            setAsked(true);
            stop();
          }}
        >
          {i18n.t('tasks.stopWork')}
        </Button>
      )}
    </div>
  );
}
