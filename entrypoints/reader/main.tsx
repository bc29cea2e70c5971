import '../../lib/older';
import { render } from 'preact';
import { applyTheme } from '../../components/theme/theme';
import { settings } from '../../lib/settings';
import { App } from './App';

settings.theme.getValue().then(applyTheme);
settings.theme.watch((theme) => applyTheme(theme));
render(<App />, document.getElementById('app') as HTMLElement);
