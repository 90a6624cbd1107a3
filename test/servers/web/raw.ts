import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Raw {
  readonly socket: Socket;
  /** Everything that came so far. */
  text(): string;
  /** Resolves when the server has ended the connection. */
  readonly closed: Promise<void>;
}

/** A connection that says just these bytes. It ends with the test. */
export function raw(port: number, bytes = ''): Raw {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  if (bytes !== '') socket.write(bytes, 'latin1');
  onTestFinished(() => {
    socket.destroy();
  });
  return { socket, text: () => text, closed };
}

/** The status of each answer, and the code of its error. */
export function answersIn(text: string): readonly string[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3})[\s\S]*?\r\n\r\n(?:\{"error":\{"code":"([\w-]+)","message":"[^"]+"\}\})?/g)].map(
    ([, status, code]) => (code === undefined ? (status ?? '') : `${status} ${code}`),
  );
}
