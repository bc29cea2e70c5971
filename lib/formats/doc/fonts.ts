import type { Streams } from './text';

/** The names of the file's fonts by number ([MS-DOC] 2.9.286, SttbfFfn). */
export function readFonts({ main, table }: Streams): (index: number | null) => string | undefined {
  const fib = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const start = fib.getUint32(0x112, true);
  const end = Math.min(start + fib.getUint32(0x116, true), table.length);
  const data = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const names: string[] = [];
  if (start + 4 > end) return () => undefined;
  const count = data.getUint16(start, true);
  for (let at = start + 4; names.length < count && at < end; ) {
    const size = data.getUint8(at);
    let name = '';
    // Thirty-nine bytes say how the font looks; its name follows in UTF-16, closed by a zero.
    for (let sign = at + 40; sign + 2 <= Math.min(at + 1 + size, end); sign += 2) {
      const code = data.getUint16(sign, true);
      if (code === 0) break;
      name += String.fromCharCode(code);
    }
    names.push(name);
    at += 1 + size;
  }
  return (index) => (index === null ? undefined : names[index]);
}
