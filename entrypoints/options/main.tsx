import '../../lib/older';
import { render } from 'preact';
import { OptionsPage } from './OptionsPage';

const root = document.getElementById('root');
if (root) render(<OptionsPage query={new URLSearchParams(location.search)} />, root);
