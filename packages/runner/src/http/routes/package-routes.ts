import { Readable } from 'node:stream';
import { encrypted, encrypterFor } from '../../package/index.js';
import { RequestParams } from '../inputs/common-inputs.js';
import { PackageQuery } from '../inputs/package-inputs.js';
import { kinds, problem } from '../problems/kinds.js';
import { ProblemError } from '../problems/problem.js';
import { isOneRange, rangeOf } from './byte-range.js';
import { route, stream, type Answer, type Call, type Route } from './route.js';

const zip = 'application/zip';
const encryptedZip = 'application/octet-stream';
const header = (name: string, description: string) => ({ name, description, schema: { type: 'string' } });

/** The packages of access requests. */
export const packageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/requests/{id}/package',
    operationId: 'getPackage',
    tag: 'Requests',
    summary: 'Get the package of an ended access request, or a part of it.',
    access: 'operator',
    params: RequestParams,
    query: PackageQuery,
    headers: [
      header('Range', 'One range of bytes, e.g. bytes=1000-. Not together with recipients.'),
      header(
        'If-Range',
        'The ETag of the answer that is carried on; the whole package comes when it is another by now.',
      ),
    ],
    answers: {
      200: {
        description:
          'The whole package: a zip, or with recipients an age file (application/octet-stream) that holds it.',
        mediaType: zip,
      },
      206: { description: 'The part that was asked for.', mediaType: zip },
    },
    timeLimit: null,
    handle: (call) => (call.query.recipient.length > 0 ? sendEncrypted(call) : sendPackage(call)),
  }),
];

type PackageCall = Call<RequestParams, PackageQuery, object>;

/** No part of it can be had, and it has no ETag: encrypting gives other bytes each time. */
async function sendEncrypted({ services, params, query, header: read }: PackageCall): Promise<Answer> {
  if (read('range') !== undefined) {
    const detail =
      'An encrypted package is other bytes each time, so no part of it can be asked for: leave out Range.';
    throw new ProblemError(problem(kinds.invalidInput, detail));
  }
  const encrypter = await encrypterFor(query.recipient);
  const content = await services.requests.package(params.id, { recipients: query.recipient.length });
  const clear = content.open();
  return stream(200, encrypter === undefined ? clear : Readable.from(encrypted(clear, encrypter)), {
    'content-type': encryptedZip,
    'accept-ranges': 'none',
    'content-disposition': 'attachment; filename="package.zip.age"',
  });
}

async function sendPackage({ services, params, header: read }: PackageCall): Promise<Answer> {
  const wanted = read('range');
  const content = await services.requests.package(params.id, { part: wanted !== undefined });
  const etag = `"${content.version}"`;
  const headers = {
    'content-type': zip,
    'accept-ranges': 'bytes',
    'content-disposition': 'attachment; filename="package.zip"',
    etag,
  };
  if (wanted === undefined || !isOneRange(wanted) || (read('if-range') ?? etag) !== etag) {
    return stream(200, content.open(), headers);
  }
  const size = await content.size();
  const range = rangeOf(wanted, size);
  if (range === undefined) {
    const detail = `The package has ${size} bytes.`;
    throw new ProblemError(problem(kinds.rangeNotSatisfiable, detail), {
      'content-range': `bytes */${size}`,
    });
  }
  return stream(206, content.open(range), {
    ...headers,
    'content-range': `bytes ${range.first}-${range.last}/${size}`,
    'content-length': String(range.last - range.first + 1),
  });
}
