import '../../lib/older';
import { render } from 'preact';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { keepFocus } from '../../components/ui/keepFocus';
import { note, noteUncaught } from '../../lib/diagnostics';
import { OptionsPage } from './OptionsPage';

noteUncaught('options');
keepFocus();

const root = document.getElementById('root');
if (root)
  render(
    <ErrorBoundary onError={(error) => void note('options', error)}>
      <OptionsPage query={new URLSearchParams(location.search)} />
    </ErrorBoundary>,
    root,
  );
