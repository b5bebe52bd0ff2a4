import { RequestParams } from '../inputs/common-inputs.js';
import { kinds, problem } from '../problems/kinds.js';
import { ProblemError } from '../problems/problem.js';
import { isOneRange, rangeOf } from './byte-range.js';
import { route, stream, type Answer, type Call, type Route } from './route.js';

const zip = 'application/zip';
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
    headers: [
      header('Range', 'One range of bytes, e.g. bytes=1000-.'),
      header(
        'If-Range',
        'The ETag of the answer that is carried on; the whole package comes when it is another by now.',
      ),
    ],
    answers: {
      200: { description: 'The whole package, a zip.', mediaType: zip },
      206: { description: 'The part that was asked for.', mediaType: zip },
    },
    timeLimit: null,
    handle: sendPackage,
  }),
];

async function sendPackage({
  services,
  params,
  header: read,
}: Call<RequestParams, object, object>): Promise<Answer> {
  const content = await services.requests.package(params.id);
  const etag = `"${content.version}"`;
  const headers = {
    'content-type': zip,
    'accept-ranges': 'bytes',
    'content-disposition': 'attachment; filename="package.zip"',
    etag,
  };
  const wanted = read('range');
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
