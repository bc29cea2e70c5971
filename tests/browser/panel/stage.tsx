import { render } from 'preact';
import '../../../components/theme/theme';
import { Panel } from '../../../components/panel/Panel';
import type { PanelProps } from '../../../components/panel/types';
import type { PageSnapshot } from '../../../lib/page/types';
import { connect } from '../../../lib/store/connection';
import { Database } from '../../../lib/store/database';
import type { StoreChange } from '../../../lib/store/port';
import { createRepository } from '../../../lib/store/repository';
import type { DutyDecision } from '../../../lib/units/types';
import { FakePage, snapshotOf } from '../../fixtures/panel/page';
import { profile, sampleDuties, samplePolicy } from '../../fixtures/panel/policy';

let serial = 0;

/** A panel on an invented page, over the real store in a database of its own. */
export interface PanelStage {
  readonly root: HTMLElement;
  readonly page: FakePage;
  readonly store: ReturnType<typeof createRepository>;
  decisions: readonly DutyDecision[];
  /** Draws it again, with other props where given. */
  draw(more?: Partial<PanelProps>): void;
  close(): void;
}

export function policySnapshot(): PageSnapshot {
  const policy = samplePolicy();
  return snapshotOf(policy, sampleDuties(policy));
}

export function panelStage(snapshot: PageSnapshot | null, props: Partial<PanelProps> = {}, width = 360): PanelStage {
  const root = document.createElement('main');
  root.style.cssText = `position: fixed; inset: 0 auto 0 0; width: ${width}px; height: 800px`;
  document.body.append(root);
  const listeners = new Set<(change: StoreChange) => void>();
  const database = new Database(`panel-${Date.now()}-${serial++}`);
  const store = createRepository({
    connection: connect(() => database),
    onChange: (change) => {
      for (const listener of listeners) listener(change);
    },
  });
  const watchStore = (listener: (change: StoreChange) => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  let last = props;
  const stage: PanelStage = {
    root,
    page: new FakePage(snapshot),
    store,
    decisions: [],
    draw(more = {}) {
      last = { ...last, ...more };
      const onDecide: PanelProps['onDecide'] = async (change) => {
        stage.decisions = change(stage.decisions);
        stage.draw();
      };
      render(
        <Panel
          page={stage.page}
          store={store}
          watchStore={watchStore}
          profiles={[profile]}
          decisions={stage.decisions}
          onDecide={onDecide}
          onSetProfile={() => {}}
          ownsKeyboard
          today="2025-10-08"
          density="loose"
          {...last}
        />,
        root,
      );
    },
    close() {
      render(null, root);
      root.remove();
      database.close();
    },
  };
  stage.draw();
  return stage;
}
