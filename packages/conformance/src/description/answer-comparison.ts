import type { ApiDescription, DescribedContent, DescribedOperation } from './api-description.js';
import { covers, isJson } from './media-type.js';
import type { MessageBody } from './message-body.js';
import { schemaMismatches } from './schema-mismatches.js';
import { compileSchema, type Schema } from './schema.js';

/** An answer as it is compared with a description. */
export interface ComparedAnswer {
  readonly operationId: string;
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly body: MessageBody;
}

/** One way in which an answer differs from its description: names and places only, never a value. @public */
export interface AnswerMismatch {
  readonly operationId: string;
  readonly status: number;
  /** JSON pointer into the body; empty for the whole answer. Names that could be data are masked. */
  readonly pointer: string;
  readonly expected: string;
}

type Finding = Pick<AnswerMismatch, 'pointer' | 'expected'>;

/** Compares answers with an API description. Schemas are compiled on first use. */
export class AnswerComparison {
  readonly #description: ApiDescription;
  readonly #compiled = new Map<string, Schema>();

  constructor(description: ApiDescription) {
    this.#description = description;
  }

  /** Whether the description knows the operation at all. */
  declares(operationId: string): boolean {
    return this.#description.operations.has(operationId);
  }

  /** Every difference; empty for an answer that is as described. */
  mismatches(answer: ComparedAnswer): readonly AnswerMismatch[] {
    const { operationId, status } = answer;
    return this.#findings(answer).map((finding) => ({ operationId, status, ...finding }));
  }

  #findings(answer: ComparedAnswer): readonly Finding[] {
    const operation = this.#description.operations.get(answer.operationId);
    if (operation === undefined) return whole('an operation that the description declares');
    const content = responseOf(operation, answer.status);
    if (content === undefined) return whole(`a status among ${Object.keys(operation.responses).join(', ')}`);
    return this.#bodyFindings(answer, content);
  }

  #bodyFindings(answer: ComparedAnswer, content: DescribedContent): readonly Finding[] {
    const { body, mediaType, status } = answer;
    const declared = Object.keys(content);
    if (declared.length === 0) return [];
    // Vendors leave the bodies of errors out as they please, and no step relies on them.
    if (body.kind === 'none') return status >= 400 ? [] : whole(`a body of ${declared.join(' or ')}`);
    const found = declared.find((each) => mediaType !== undefined && covers(each, mediaType));
    if (found === undefined) return whole(`the media type ${declared.join(' or ')}`);
    if (!isJson(found)) return [];
    if (body.kind !== 'json') return whole('a body that is JSON');
    return schemaMismatches(this.#schema(answer, found, content[found]), body.value);
  }

  #schema({ operationId, status }: ComparedAnswer, mediaType: string, schema: unknown): Schema {
    const key = `${operationId} ${status} ${mediaType}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const compiled = compileSchema(this.#description.document, schema);
    this.#compiled.set(key, compiled);
    return compiled;
  }
}

/** What is declared for a status; undefined when nothing is. */
export function responseOf({ responses }: DescribedOperation, status: number): DescribedContent | undefined {
  return responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses['default'];
}

function whole(expected: string): readonly Finding[] {
  return [{ pointer: '', expected }];
}
