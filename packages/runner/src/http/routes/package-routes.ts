import { Readable } from 'node:stream';
import { type Build, encrypted, encrypterFor } from '../../package/index.js';
import { RequestParams } from '../inputs/common-inputs.js';
import { PackageQuery } from '../inputs/package-inputs.js';
import { kinds, problem } from '../problems/kinds.js';
import { ProblemError } from '../problems/problem.js';
import { isOneRange, rangeOf } from './byte-range.js';
import { PlacedPackage, withRoom } from './package-room.js';
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
    handle: (call) =>
      withRoom((place) =>
        call.query.recipient.length > 0 ? sendEncrypted(call, place) : sendPackage(call, place),
      ),
  }),
];

type PackageCall = Call<RequestParams, PackageQuery, object>;

/** The one who asked has left: nobody gets it. */
const toNobody: Answer = { status: 499 };

/** No part of it can be had, and it has no ETag: encrypting gives other bytes each time. */
async function sendEncrypted(
  { services, params, query, header: read, signal }: PackageCall,
  place: Build,
): Promise<Answer> {
  if (read('range') !== undefined) {
    const detail =
      'An encrypted package is other bytes each time, so no part of it can be asked for: leave out Range.';
    throw new ProblemError(problem(kinds.invalidInput, detail));
  }
  const encrypter = await encrypterFor(query.recipient);
  const content = await services.requests.package(params.id, { recipients: query.recipient.length });
  const clear = new PlacedPackage(content, place, signal).open();
  return stream(200, encrypter === undefined ? clear : Readable.from(encrypted(clear, encrypter)), {
    'content-type': encryptedZip,
    'accept-ranges': 'none',
    'content-disposition': 'attachment; filename="package.zip.age"',
  });
}

async function sendPackage(
  { services, params, header: read, signal }: PackageCall,
  place: Build,
): Promise<Answer> {
  const wanted = read('range');
  const content = await services.requests.package(params.id, { part: wanted !== undefined });
  const placed = new PlacedPackage(content, place, signal);
  const { etag } = placed;
  const headers = {
    'content-type': zip,
    'accept-ranges': 'bytes',
    'content-disposition': 'attachment; filename="package.zip"',
    etag,
  };
  if (wanted === undefined || !isOneRange(wanted) || (read('if-range') ?? etag) !== etag) {
    return stream(200, placed.open(), headers);
  }
  const size = await placed.size();
  if (size === undefined) return toNobody;
  const range = rangeOf(wanted, size);
  if (range === undefined) {
    const detail = `The package has ${size} bytes.`;
    throw new ProblemError(problem(kinds.rangeNotSatisfiable, detail), {
      'content-range': `bytes */${size}`,
    });
  }
  return stream(206, placed.open(range), {
    ...headers,
    'content-range': `bytes ${range.first}-${range.last}/${size}`,
    'content-length': String(range.last - range.first + 1),
  });
}
