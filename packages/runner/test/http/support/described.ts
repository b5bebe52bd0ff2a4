import { readFileSync } from 'node:fs';
import { answerValidator, type OpenApiDocument, type OpenApiOperation } from '@privacy-connectors/core/http';

/** The description that is committed; that it is the one which is served has a test of its own. */
const file = new URL('../../../openapi/service.json', import.meta.url);

/** The OpenAPI document of the service. */
export const description = JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument;

const answers = answerValidator(description);
const anyOperation: OpenApiOperation = description.paths['/v1/requests']?.['get'] ?? {};

/** What a call was answered with. */
interface DescribedAnswer {
  readonly status: number;
  readonly mediaType: string;
  /** Parsed, where it is JSON. */
  readonly body: unknown;
}

/** @throws Error when a call is answered otherwise than the document says. What no route takes is answered with a problem. */
export function refuseUndescribed(
  method: string,
  path: string,
  { status, mediaType, body }: DescribedAnswer,
): void {
  const { operationId = '', responses = {} } = operationAt(method, path) ?? anyOperation;
  const { content = {} } = responses[String(status)] ?? responses['default'] ?? {};
  if (!Object.hasOwn(content, mediaType)) {
    throw new Error(`${operationId} is not described to answer ${String(status)} with "${mediaType}".`);
  }
  if (mediaType.endsWith('json')) answers.validate(operationId, status, body);
}

function operationAt(method: string, path: string): OpenApiOperation | undefined {
  const [place = ''] = path.split('?');
  const fits = ([template]: readonly [string, unknown]): boolean =>
    new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(place);
  return Object.entries(description.paths).find(fits)?.[1][method.toLowerCase()];
}
