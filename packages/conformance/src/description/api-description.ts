import { elementsOf, isMembers, membersOf, type Members } from './members.js';
import { dereference } from './references.js';

/** Where a parameter of an operation stands. */
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

/** A parameter that an operation declares. */
export interface DescribedParameter {
  readonly name: string;
  readonly place: ParameterPlace;
  readonly schema: unknown;
}

/** Schemas by media type; undefined for a media type without one. */
export interface DescribedContent {
  readonly [mediaType: string]: unknown;
}

/** An operation with everything that is referenced from it; references inside schemas stay. */
export interface DescribedOperation {
  readonly operationId: string;
  /** In capital letters. */
  readonly method: string;
  /** Path template, relative to a server. */
  readonly path: string;
  readonly parameters: readonly DescribedParameter[];
  readonly requestBody: DescribedContent;
  /** By status: `200`, `2XX` or `default`. */
  readonly responses: { readonly [status: string]: DescribedContent };
}

/** What an OpenAPI 3.1 document says about requests and answers. */
export interface ApiDescription {
  /** For references inside schemas. */
  readonly document: Members;
  /** URLs without a slash at the end. */
  readonly servers: readonly string[];
  readonly operations: ReadonlyMap<string, DescribedOperation>;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * Reads an OpenAPI 3.1 document. Operations without an `operationId` are left out.
 * @throws Error when it is none, or when a reference in it leads nowhere.
 */
export function readDescription(document: object): ApiDescription {
  const members: Members = { ...document };
  if (!isMembers(members['paths'])) throw new Error('This is no OpenAPI document: it has no `paths`.');
  const operations = Object.entries(members['paths']).flatMap(([path, item]) =>
    operationsOf(members, path, membersOf(dereference(members, item))),
  );
  return {
    document: members,
    servers: elementsOf(members['servers']).map((server) =>
      String(membersOf(server)['url']).replace(/\/+$/, ''),
    ),
    operations: new Map(operations.map((operation) => [operation.operationId, operation])),
  };
}

function operationsOf(document: Members, path: string, item: Members): readonly DescribedOperation[] {
  const shared = elementsOf(item['parameters']);
  return methods.flatMap((method) => {
    const operation = membersOf(item[method]);
    const { operationId } = operation;
    if (typeof operationId !== 'string') return [];
    return [
      {
        operationId,
        method: method.toUpperCase(),
        path,
        parameters: [...elementsOf(operation['parameters']), ...shared].map((each) =>
          parameterOf(document, each),
        ),
        requestBody: contentOf(document, operation['requestBody']),
        responses: Object.fromEntries(
          Object.entries(membersOf(operation['responses'])).map(([status, response]) => [
            status,
            contentOf(document, response),
          ]),
        ),
      },
    ];
  });
}

function parameterOf(document: Members, value: unknown): DescribedParameter {
  const { name, in: place, schema } = membersOf(dereference(document, value));
  return { name: String(name), place: place as ParameterPlace, schema: schema ?? {} };
}

function contentOf(document: Members, value: unknown): DescribedContent {
  const content = membersOf(membersOf(dereference(document, value))['content']);
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, media]) => [
      mediaType.toLowerCase(),
      membersOf(media)['schema'],
    ]),
  );
}
