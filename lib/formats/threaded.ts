import { lazy } from './lazy';
import type { Format } from './types';

const office = 'application/vnd.openxmlformats-officedocument';

/** The formats that are read without a DOM and without threads of their own: those a thread of ours can read. */
export const threaded: readonly Format[] = [
  lazy('txt', ['txt', 'text'], ['text/plain'], () => import('./txt')),
  lazy('docx', ['docx', 'docm', 'dotx'], [`${office}.wordprocessingml.document`], () => import('./docx')),
  lazy('doc', ['doc', 'wps'], ['application/msword'], () => import('./doc')),
  lazy('rtf', ['rtf'], ['application/rtf', 'text/rtf'], () => import('./rtf')),
  lazy('odt', ['odt', 'ott'], ['application/vnd.oasis.opendocument.text'], () => import('./odt')),
  lazy('wordxml', [], [], () => import('./wordxml')),
  lazy('locked', [], [], () => import('./locked')),
  lazy('ofd', ['ofd'], ['application/ofd'], () => import('./ofd')),
  lazy('md', ['md', 'markdown'], ['text/markdown'], () => import('./md')),
  lazy('xlsx', ['xlsx', 'xlsm'], [`${office}.spreadsheetml.sheet`], () => import('./xlsx')),
  lazy('xls', ['xls', 'et', 'xlsb'], ['application/vnd.ms-excel'], () => import('./xls')),
  lazy('ods', ['ods'], ['application/vnd.oasis.opendocument.spreadsheet'], () => import('./ods')),
  lazy(
    'picture',
    ['png', 'jpg', 'jpeg', 'webp', 'bmp', 'tif', 'tiff'],
    ['image/png', 'image/jpeg', 'image/webp', 'image/bmp', 'image/tiff'],
    () => import('./picture'),
  ),
  lazy('csv', ['csv', 'tsv'], ['text/csv', 'text/tab-separated-values'], () => import('./csv')),
];
