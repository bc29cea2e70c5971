import '../../lib/older';
import { render } from 'preact';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { applyTheme } from '../../components/theme/theme';
import { keepFocus } from '../../components/ui/keepFocus';
import { note, noteUncaught } from '../../lib/diagnostics';
import { settings } from '../../lib/settings';
import { TasksPage } from './TasksPage';

noteUncaught('tasks');
keepFocus();

settings.theme.getValue().then(
  (theme) => applyTheme(theme),
  () => undefined,
);
settings.theme.watch((theme) => applyTheme(theme));

// Asks the browser not to clear what is kept when the disk runs low. Firefox would ask the reader, who did not ask.
if (import.meta.env.CHROME) navigator.storage.persist().catch(() => undefined);

const root = document.getElementById('root');
if (root)
  render(
    <ErrorBoundary onError={(error) => void note('tasks', error)}>
      <TasksPage query={new URLSearchParams(location.search)} />
    </ErrorBoundary>,
    root,
  );
