export { answeredWith } from './answered-with.js';
export { createAnswerReader, type AnswerReader, type CallResult } from './answer-reader.js';
export type { CallObservation } from './layers/observe.js';
export type { RedactedExchange } from './layers/wire-log.js';
export { operationOf, operationTag, type OperationTag, type TaggedOperation } from './operation-tag.js';
export { createPipeline, pipelineOrder } from './pipeline.js';
export { defaultLimits, type PipelineLimits, type PipelineOptions } from './pipeline-options.js';
export type { Send } from './send.js';
export type { TokenSource } from './token-source.js';
export { answerValidator, type AnswerValidator } from '../validation/answers.js';
export type {
  OpenApiDocument,
  OpenApiOperation,
  OpenApiPath,
  OpenApiResponse,
} from '../validation/openapi-document.js';
