import type { OpenApiDocument } from '@privacy-connectors/core/http';
import { AnswerComparison } from '../description/answer-comparison.js';
import { readDescription } from '../description/api-description.js';
import { mediaTypeOf } from '../description/media-type.js';
import { messageBodyOf } from '../description/message-body.js';
import { json, type Answer } from './answer.js';

/** A simulator answers otherwise than the API description says, so whatever is tested against it proves nothing. */
export class UndescribedAnswer extends Error {
  override readonly name = 'UndescribedAnswer';
}

/** Why the answer of a declared operation is not as described; undefined when it is, or nothing is declared. */
export type DescribedAnswers = (operationId: string, answer: Answer) => UndescribedAnswer | undefined;

/** Schemas take milliseconds to compile, and a test run starts hundreds of simulators of one vendor. */
const comparisons = new WeakMap<OpenApiDocument, AnswerComparison>();

/** Compares what a simulator is about to answer with the connector's API description. */
export function describedAnswers(document: OpenApiDocument): DescribedAnswers {
  const comparison = comparisons.get(document) ?? new AnswerComparison(readDescription(document));
  comparisons.set(document, comparison);
  return (operationId, { status, headers, body }) => {
    if (!comparison.declares(operationId)) return undefined;
    const mediaType = mediaTypeOf(new Headers(headers).get('content-type'));
    const answer = { operationId, status, mediaType, body: messageBodyOf(body, mediaType) };
    const [first] = comparison.mismatches(answer);
    if (first === undefined) return undefined;
    const place = first.pointer === '' ? 'the top' : first.pointer;
    return new UndescribedAnswer(
      `The simulator's answer of ${status} to ${operationId} is not as described: at ${place}, ${first.expected} was expected.`,
    );
  };
}

/** What is sent instead, so that the test that asked fails and says why. */
export function undescribed({ message }: UndescribedAnswer): Answer {
  return json(500, { simulator: message });
}
