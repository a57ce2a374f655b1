import { SMTPServer } from 'smtp-server';

export type Post = { readonly port: number; readonly received: { to: string; text: string }[]; readonly stop: () => Promise<void> };

/** A real SMTP server on this machine; `says` answers what it thinks of a recipient. */
export async function startPost(says: (address: string) => number | undefined = () => undefined, port = 0): Promise<Post> {
  const received: { to: string; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _, done) => {
      const code = says(address);
      done(code === undefined ? null : Object.assign(new Error('no such mailbox'), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map((one) => one.address).join(), text: Buffer.concat(parts).toString() });
        done(null);
      });
    },
  });
  server.on('error', () => undefined); // a client that hangs up is no fault of the server
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const at = server.server.address();
  if (at === null || typeof at === 'string') throw new Error('the server has a port');
  return { port: at.port, received, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
