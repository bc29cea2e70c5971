import '../../lib/older';
import { render } from 'preact';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { applyTheme } from '../../components/theme/theme';
import { keepFocus } from '../../components/ui/keepFocus';
import { note, noteUncaught } from '../../lib/diagnostics';
import { settings } from '../../lib/settings';
import { App } from './App';

noteUncaught('reader');
keepFocus();

settings.theme.getValue().then(applyTheme);
settings.theme.watch((theme) => applyTheme(theme));
render(
  <ErrorBoundary onError={(error) => void note('reader', error)}>
    <App />
  </ErrorBoundary>,
  document.getElementById('app') as HTMLElement,
);
