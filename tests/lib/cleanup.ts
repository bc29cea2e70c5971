import { cleanup, configure } from '@testing-library/preact';
import { afterEach } from 'vitest';

// The machine may be busy; what does not come within this does not come.
configure({ asyncUtilTimeout: 8_000 });

/** Views of one test are gone before the next. */
afterEach(cleanup);
