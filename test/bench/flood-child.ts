import { connect } from 'node:net';

const CONNECTIONS = 100;

const [port = '', host = ''] = process.argv.slice(2);
const body = JSON.stringify({ utterance: 'état du cluster' });
const request = [
  'POST /v1/command HTTP/1.1',
  `Host: ${host}`,
  'Authorization: Bearer wrong',
  'Content-Type: application/json',
  `Content-Length: ${Buffer.byteLength(body)}`,
  '',
  body,
].join('\r\n');
let refused = 0;

/** Asks again as soon as it is answered, for ever. */
function flood(): void {
  const socket = connect(Number(port), '127.0.0.1', () => socket.write(request));
  socket.on('error', () => {});
  socket.on('data', () => {
    refused += 1;
    socket.write(request);
  });
  socket.on('close', () => setImmediate(flood));
}

for (let each = 0; each < CONNECTIONS; each += 1) flood();
process.once('message', () => process.send?.(refused));
process.once('disconnect', () => process.exit());
