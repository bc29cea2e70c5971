/**
 * Signs that no file of Office's holds: controls (but tab and line feed), halves of pairs, code points that are no signs,
 * and the sign for what could not be read.
 */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to go.
  /[\p{Cs}\p{Noncharacter_Code_Point}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffd]/gu;

/** A text without the signs that no file can hold, its lines ended by line feeds. */
export const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNFIT, '');
