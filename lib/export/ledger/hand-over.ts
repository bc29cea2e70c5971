/**
 * Hands a file from one page of ours to another that it opens: the file itself stays where it is, nothing is stored.
 * Both pages are of our own origin; no page of the web hears the channel.
 */
const CHANNEL = 'dutymark-ledger';

type Word =
  | { readonly kind: 'ask'; readonly key: string }
  | { readonly kind: 'give'; readonly key: string; readonly file: File };

/** How long is waited for the file, in milliseconds: the page that had it may be gone. */
const PATIENCE = 5000;

/** Gives the file to whoever asks for it by its key, once. */
export function handOver(file: File, key: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.kind !== 'ask' || data.key !== key) return;
    channel.postMessage({ kind: 'give', key, file } satisfies Word);
    channel.close();
  };
}

/** Takes the file that is handed over under a key; null where nobody has it any more. */
export function takeOver(key: string, patience = PATIENCE): Promise<File | null> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise((resolve) => {
    const end = (file: File | null) => {
      clearTimeout(timer);
      channel.close();
      resolve(file);
    };
    const timer = setTimeout(end, patience, null);
    channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.kind === 'give' && data.key === key) end(data.file);
    };
    channel.postMessage({ kind: 'ask', key } satisfies Word);
  });
}
