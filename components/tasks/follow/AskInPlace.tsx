import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button';
import type { IconName } from '../../ui/icons';
import './follow.css';

export interface AskInPlaceProps {
  readonly icon: IconName;
  /** What the button says that opens the form. */
  readonly ask: string;
  /** What the button says that ends it. */
  readonly keep: string;
  /** There is enough in it. */
  readonly ready: boolean;
  readonly onKeep: () => void;
  /** What was typed is not wanted. */
  readonly onCancel: () => void;
  /** Something was typed before and left: it is shown at once. */
  readonly left: boolean;
  /** Fields above the buttons. */
  readonly children: ComponentChildren;
  /** Short fields in the line of the buttons. */
  readonly beside?: ComponentChildren;
}

/** A button that turns into a small form where it stands. The focus goes into the form, and back to the button. */
export function AskInPlace(props: AskInPlaceProps) {
  const [open, setOpen] = useState(props.left);
  const root = useRef<HTMLDivElement>(null);
  /** By the button just now: what was left behind takes no focus away from where it is. */
  const turned = useRef(false);
  useEffect(() => {
    if (!turned.current) return;
    turned.current = false;
    root.current?.querySelector<HTMLElement>('textarea, input, button')?.focus();
    // On a low screen the buttons would stand below the edge: who types would not see how to keep it.
    root.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const turn = (to: boolean) => {
    turned.current = true;
    setOpen(to);
  };
  const leave = (act: () => void) => {
    act();
    turn(false);
  };
  return (
    <div ref={root}>
      {open ? (
        <form
          class="follow-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (props.ready) leave(props.onKeep);
          }}
        >
          {props.children}
          <div class="follow-line">
            {props.beside}
            <Button small type="submit" variant="primary" disabled={!props.ready}>
              {props.keep}
            </Button>
            <Button small onClick={() => leave(props.onCancel)}>
              {i18n.t('common.cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <Button small icon={props.icon} onClick={() => turn(true)}>
          {props.ask}
        </Button>
      )}
    </div>
  );
}
