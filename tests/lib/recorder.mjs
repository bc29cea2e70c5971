import { createServer } from 'node:http';
import { connect } from 'node:net';

/**
 * A proxy that hears of every request that leaves the browser, whoever makes it: pages, extension, threads, or the browser
 * itself. It leads to the invented sites, and to nothing else.
 *
 * @returns `{port, hosts, close()}`; `hosts` as asked for, `name:port`, each once.
 */
export async function record(sites) {
  const hosts = new Set();
  const known = (name) => /(?:^|\.)gov\.cn$/.test(name);
  const server = createServer((request, response) => {
    const { host, hostname } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    hosts.add(host);
    // Every site of ours over http sends to https or is asked there: nothing is handed out here.
    response.writeHead(known(hostname) ? 404 : 502).end();
  });
  server.on('connect', (request, socket) => {
    hosts.add(request.url);
    const [name] = request.url.split(':');
    socket.on('error', () => {});
    if (!known(name)) return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const there = connect(sites.https, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      there.pipe(socket);
      socket.pipe(there);
    });
    there.on('error', () => socket.destroy());
  });
  const port = await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
  return {
    port,
    hosts,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
