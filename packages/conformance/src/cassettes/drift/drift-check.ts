import type { Send } from '@privacy-connectors/core/http';
import { AnswerComparison, responseOf, type AnswerMismatch } from '../../description/answer-comparison.js';
import { readDescription, type ApiDescription } from '../../description/api-description.js';
import { covers, mediaTypeOf } from '../../description/media-type.js';
import type { MessageBody } from '../../description/message-body.js';
import { undeclaredFields } from '../../description/undeclared-fields.js';
import type { Cassette } from '../cassette.js';
import { tapExchanges } from '../exchange-tap.js';

/** A field that a vendor sends and the description does not know. No value of it is kept. @public */
export interface UndeclaredField {
  readonly operationId: string;
  readonly status: number;
  /** JSON pointer, with `*` for the elements of arrays. */
  readonly pointer: string;
}

/** What became of an API description since it was written. @public */
export interface DriftReport {
  /** How many answers were compared. */
  readonly answers: number;
  /** Where answers are not as described, each once: the description or the connector has to be mended. */
  readonly mismatches: readonly AnswerMismatch[];
  /** Fields that are new: perhaps the connector should export them. */
  readonly news: readonly UndeclaredField[];
}

interface CheckedAnswer {
  readonly operationId: string;
  readonly status: number;
  readonly contentType: string | null | undefined;
  readonly body: MessageBody;
}

/**
 * Compares what a vendor really answers with an OpenAPI 3.1 document. What it reports has names of operations and fields,
 * statuses and expectations in it, and nothing of what was answered. @public
 */
export class DriftCheck {
  readonly #description: ApiDescription;
  readonly #comparison: AnswerComparison;
  readonly #mismatches = new Map<string, AnswerMismatch>();
  readonly #news = new Map<string, UndeclaredField>();
  #answers = 0;

  /** @throws Error for a description that is none. */
  constructor(openapi: object) {
    this.#description = readDescription(openapi);
    this.#comparison = new AnswerComparison(this.#description);
  }

  /** Sends through `send` and compares every answer. For the transport of a pipeline. */
  around(send: Send): Send {
    return tapExchanges(send, ({ operationId, status, headers, body }) => {
      this.#check({ operationId, status, contentType: headers.get('content-type'), body });
    });
  }

  /** Compares every answer of a recording. */
  cassette({ exchanges }: Cassette): void {
    for (const { request, answer } of exchanges) {
      const { status, headers, body } = answer;
      this.#check({ operationId: request.operationId, status, contentType: headers['content-type'], body });
    }
  }

  /** What was found so far. */
  report(): DriftReport {
    return {
      answers: this.#answers,
      mismatches: [...this.#mismatches.values()],
      news: [...this.#news.values()],
    };
  }

  #check(answer: CheckedAnswer): void {
    const { operationId, status, contentType, body } = answer;
    const mediaType = mediaTypeOf(contentType);
    this.#answers += 1;
    for (const mismatch of this.#comparison.mismatches({ operationId, status, mediaType, body })) {
      const pointer = withoutPositions(mismatch.pointer);
      this.#mismatches.set(JSON.stringify({ ...mismatch, pointer }), { ...mismatch, pointer });
    }
    for (const pointer of this.#undeclared(answer, mediaType))
      this.#news.set(`${operationId} ${status} ${pointer}`, { operationId, status, pointer });
  }

  #undeclared(
    { operationId, status, body }: CheckedAnswer,
    mediaType: string | undefined,
  ): readonly string[] {
    const operation = this.#description.operations.get(operationId);
    const content = operation && responseOf(operation, status);
    if (content === undefined || body.kind !== 'json' || mediaType === undefined) return [];
    const declared = Object.keys(content).find((each) => covers(each, mediaType));
    return declared === undefined
      ? []
      : undeclaredFields(this.#description.document, content[declared], body.value);
  }
}

/** The same mistake in a hundred rows is one mistake. */
function withoutPositions(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}
