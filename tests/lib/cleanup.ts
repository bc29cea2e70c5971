import { cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';

/** Views of one test are gone before the next. */
afterEach(cleanup);
