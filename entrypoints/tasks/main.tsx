import { render } from 'preact';
import { applyTheme } from '../../components/theme/theme';
import { settings } from '../../lib/settings';
import { TasksPage } from './TasksPage';

settings.theme.getValue().then(
  (theme) => applyTheme(theme),
  () => undefined,
);
settings.theme.watch((theme) => applyTheme(theme));

const root = document.getElementById('root');
if (root) render(<TasksPage query={new URLSearchParams(location.search)} />, root);
