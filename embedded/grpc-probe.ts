/**
 * Two questions to a Temporal server in plain gRPC, so that this room needs no SDK: is it serving, which search
 * attributes does a namespace have. Plain text HTTP/2, for servers on this machine.
 */
import { connect, type IncomingHttpHeaders } from 'node:http2';

/** Whether the front end says that it serves. False for any trouble: the caller asks again. */
export async function isServing(address: string): Promise<boolean> {
  const request = stringField(1, 'temporal.api.workflowservice.v1.WorkflowService');
  const reply = await call(address, '/grpc.health.v1.Health/Check', request);
  return reply?.equals(Buffer.from([0x08, 0x01])) ?? false; // field 1, status = SERVING
}

/** Which of `names` the namespace has as custom search attributes; null when the server does not answer. */
export async function searchAttributes(
  address: string,
  namespace: string,
  names: readonly string[],
): Promise<string[] | null> {
  const path = '/temporal.api.operatorservice.v1.OperatorService/ListSearchAttributes';
  const reply = await call(address, path, stringField(1, namespace));
  // In a map entry the key is field 1; names are ASCII identifiers, so key and length make the search exact.
  return reply === null ? null : names.filter((name) => reply.includes(stringField(1, name)));
}

/** The reply's message, or null when the call failed in whatever way. */
function call(address: string, path: string, message: Buffer): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const session = connect(`http://${address}`);
    const chunks: Buffer[] = [];
    let status: unknown;
    const note = (headers: IncomingHttpHeaders) => {
      status = headers['grpc-status'];
    };
    const finish = (reply: Buffer | null) => {
      session.destroy();
      resolve(reply);
    };
    session.once('error', () => finish(null));
    const stream = session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    stream.setTimeout(2000, () => finish(null));
    stream.once('error', () => finish(null));
    stream.on('response', note);
    stream.on('trailers', note);
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.once('end', () => finish(status === '0' ? Buffer.concat(chunks).subarray(5) : null));
    const prefix = Buffer.alloc(5); // not compressed, then the length
    prefix.writeUInt32BE(message.length, 1);
    stream.end(Buffer.concat([prefix, message]));
  });
}

/** A string field of a Protocol Buffers message; strings up to 127 bytes. */
function stringField(field: number, value: string): Buffer {
  const text = Buffer.from(value);
  return Buffer.concat([Buffer.from([(field << 3) | 2, text.length]), text]);
}
