import type { JsonSchema } from './data-shape.js';
import { replacementReasons, withholdingReasons } from '../redaction/record-redaction.js';
import type { PackageSection } from './package-source.js';

const text = (description: string) => ({ type: 'string', description });

/** What every line may hold beside its data, as {@link jsonLine} writes it. */
const common = {
  id: text('Unique within this file.'),
  parent: {
    type: 'object',
    description: 'The record that this one belongs to.',
    properties: { resource: text('The name of its file.'), id: text('Its id in that file.') },
    required: ['resource', 'id'],
    additionalProperties: false,
  },
  occurredAt: { ...text('When it happened.'), format: 'date-time' },
  author: {
    type: 'object',
    description: 'Who wrote it.',
    properties: {
      kind: { enum: ['subject', 'agent', 'bot', 'other_person'] },
      name: { type: 'string' },
      internal: { type: 'boolean', description: 'True for notes that were never shown to you.' },
    },
    required: ['kind', 'internal'],
    additionalProperties: false,
  },
  title: text('One line that names the record.'),
  text: text('Its words, as plain text.'),
  redaction: {
    type: 'object',
    description: 'What was left out or replaced for the sake of other people.',
    properties: {
      withheld: { enum: withholdingReasons, description: 'Why its content is not in this package.' },
      replaced: {
        type: 'array',
        description: 'How many names and contact details of whom were replaced.',
        items: {
          type: 'object',
          properties: { reason: { enum: replacementReasons }, count: { type: 'integer', minimum: 1 } },
          required: ['reason', 'count'],
          additionalProperties: false,
        },
      },
      basis: text('The rule, e.g. GDPR Art. 15(4).'),
    },
    required: ['replaced', 'basis'],
    additionalProperties: false,
  },
};

const file = {
  type: 'object',
  description: 'The file that it is; path, bytes and sha256 only when the package has it.',
  properties: {
    name: text('As its sender named it.'),
    mediaType: text('As its sender declared it.'),
    path: text('Where it lies in this package.'),
    bytes: { type: 'integer', minimum: 0 },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  },
  required: ['name', 'mediaType'],
  additionalProperties: false,
};

/** The JSON Schema (2020-12) of one resource's lines; `data` is the schema of the vendor's records among them. */
export function recordSchema(
  { title, description, dataCategories }: PackageSection['resources'][number],
  data: JsonSchema,
): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: `Data categories (fideslang): ${dataCategories.join(', ')}`,
    title,
    description,
    type: 'object',
    properties: { ...common, file, data: { description: 'The record as its vendor keeps it.', ...data } },
    required: ['id', 'data'],
    additionalProperties: false,
  };
}
