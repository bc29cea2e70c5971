import type { Format } from './types';

/** A format whose reader is loaded when the first such file is opened: some readers weigh more than all the rest of us. */
export const lazy = (
  name: string,
  extensions: readonly string[],
  types: readonly string[],
  load: () => Promise<{ open: Format['open'] }>,
): Format => ({
  name,
  extensions,
  types,
  open: async (bytes, file, options) => (await load()).open(bytes, file, options),
});
