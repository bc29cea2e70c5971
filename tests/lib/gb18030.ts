/** The two-byte part of GB18030 the other way round: browsers and Node decode it but do not encode it. */
function table(): Map<string, number> {
  const made = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) made.set(decoder.decode(new Uint8Array([lead, trail])), lead * 256 + trail);
    }
  }
  return made;
}

let codes: Map<string, number> | null = null;

/** Text as GB18030 bytes; throws for what needs four bytes. */
export function encodeGb18030(text: string): Uint8Array {
  codes ??= table();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) as number;
    const pair = codes.get(sign);
    if (code < 128) bytes.push(code);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 255);
    else throw new Error(`no two-byte code for ${sign}`);
  }
  return new Uint8Array(bytes);
}
