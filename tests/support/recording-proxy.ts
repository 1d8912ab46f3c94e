import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A proxy between a browser and everything else: it knows what truly leaves the browser, which the browser's own tools do not
 * all show (they leave fragments out, and headers that are added late).
 *
 * @returns its address, for `browser.newContext({ proxy })`, and what has gone through it; close it at the end
 */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const sent: Sent[] = [];
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '');
    const record: Sent = {
      method: incoming.method ?? '',
      url: url.href,
      headers: incoming.rawHeaders.join('\n'),
      body: '',
    };
    sent.push(record);
    incoming.on('data', (chunk) => {
      record.body += chunk;
    });
    const onward = request(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  // Encrypted, or a web socket: it could not be read here, so it goes nowhere.
  server.on('connect', ({ url = '' }, socket) => {
    sent.push({ method: 'CONNECT', url, headers: '', body: '' });
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server: `http://127.0.0.1:${port}`,
    sent,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export interface RecordingProxy {
  /** Its address. */
  server: string;
  /** In the order in which it was sent. */
  sent: Sent[];
  close: () => void;
}

export interface Sent {
  method: string;
  url: string;
  headers: string;
  body: string;
}
