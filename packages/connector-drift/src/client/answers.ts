import { answerValidator, createAnswerReader, type AnswerReader } from '@privacy-connectors/core/http';
import { openapi } from '../generated/openapi.js';
import { manifest } from '../manifest/manifest.js';

/** The body of a successful answer, validated against `openapi/drift.yaml`; throws what core's reader throws. */
export const unwrap: AnswerReader = createAnswerReader(answerValidator(openapi), manifest.operations);
