import '../../lib/older';
import { render } from 'preact';
import { applyTheme } from '../../components/theme/theme';
import { settings } from '../../lib/settings';
import { TasksPage } from './TasksPage';

settings.theme.getValue().then(
  (theme) => applyTheme(theme),
  () => undefined,
);
settings.theme.watch((theme) => applyTheme(theme));

// Asks the browser not to clear what is kept when the disk runs low. Firefox would ask the reader, who did not ask.
if (import.meta.env.CHROME) navigator.storage.persist().catch(() => undefined);

const root = document.getElementById('root');
if (root) render(<TasksPage query={new URLSearchParams(location.search)} />, root);
