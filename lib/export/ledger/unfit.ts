/** Signs that XML, and so no file of Office's, can hold: most controls, halves of pairs, two that are no signs. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to go.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text without the signs that no file can hold, its lines ended by line feeds. */
export const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNFIT, '');
