import type { Parcel } from './parcels';
import type { PageErrorCode } from './types';

/** The name of the ports through which a page's agent asks the background to read. */
export const ENGINE_PORT = 'engine';

/**
 * Longest text that the background reads, in UTF-16 units: some forty seconds' work. It has the memory of all our pages to
 * lose, and of what a longer document comes to no message brings the panel the whole.
 */
export const LONGEST_SENT = 5_000_000;

/** As much of the browser's port as is needed. */
export interface EnginePort {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** One port a question: what is asked, its parts, and that this is all. Who asks no more closes it. */
export type Asked =
  | { readonly ask: 'parse' | 'duties' }
  | { readonly part: Parcel }
  | { readonly end: true }
  /** The answer is still waited for: the browser stops a background to which nobody speaks. */
  | { readonly still: true };

/** How far the reading is; the parts of the answer, and that this is all; or why there is none. */
export type Told =
  | { readonly progress: number }
  | { readonly part: Parcel }
  | { readonly end: true }
  | { readonly failed: PageErrorCode };
