export type { Alphabet } from './decode';
export { type Reader, type ReadOptions, readPage } from './read-page';
export type { Raster, ReadLine, ReadPage, ReadRule } from './types';
