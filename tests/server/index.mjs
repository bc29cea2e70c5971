import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { selfSigned } from './certificate.mjs';
import { find } from './pages.mjs';

/**
 * Serves the invented government sites on this machine, over http and https, whatever the host name asked for; the
 * browsers under test are told to look here for every `*.gov.cn`.
 *
 * @returns `{http, https}` the ports, `requests` the paths asked for so far, `set(path, body, headers)` to put a page of one's
 *   own (null takes it away) or, with headers, a file; `close()`.
 */
export async function serve({ port = 0, securePort = 0 } = {}) {
  const own = new Map();
  const requests = [];
  const answer = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://www.linlan.gov.cn');
    if (url.pathname === '/favicon.ico') return response.writeHead(204).end();
    requests.push(url.pathname);
    const mine = own.get(decodeURIComponent(url.pathname));
    const body = mine?.body ?? find(url);
    if (body === null || body === undefined) {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!DOCTYPE html><meta charset="utf-8"><title>404</title><p>您访问的页面不存在</p>');
      return;
    }
    // Sites forbid foreign styles and scripts; ours must do without any leave of theirs.
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'self' 'unsafe-inline'",
      ...mine?.headers,
    });
    response.end(body);
  };
  const plain = createServer(answer);
  const secure = createSecureServer(selfSigned(), answer);
  const listen = (server, at) =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => resolve(server.address().port));
    });
  return {
    http: await listen(plain, port),
    https: await listen(secure, securePort),
    requests,
    set: (path, body, headers = {}) => (body === null ? own.delete(path) : own.set(path, { body, headers })),
    close: async () => {
      for (const server of [plain, secure]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
