/** Tags that a parser of the standard finds the place of, whatever stands before them. */
const FRAME = /<!doctype[^<>]*>|<\?[^<>]*>|<%[^<>]*%>|<\/?(?:html|head|body)(?:\s[^<>]*)?\/?>/gi;

/**
 * A page, or a piece of one, as a document that a simple parser (linkedom) reads as browsers do: that parser makes a body
 * only where nothing stands before `<html>`, and scripts, comments and blocks do. What the frame says itself (a class of the
 * body) is lost; no rule of ours asks for it.
 */
export const wholePage = (html: string): string =>
  `<!doctype html><html><head></head><body>${html.replace(FRAME, '')}</body></html>`;
