import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { virtualWorkspace } from '../testing/virtual-workspace.mjs';
import { connectorGenerator } from './generator.mjs';

const kites = fileURLToPath(new URL('../testing/samples/kites.yaml', import.meta.url));
const pigeon = {
  vendor: 'pigeon-post',
  title: 'Pigeon Post',
  auth: 'oauth2',
  identifiers: ['email'],
  resources: 'members:locate',
  baseUrl: 'https://api.pigeon.example',
};

describe('a connector is not generated', () => {
  it.each([
    [
      'for an id that cannot be',
      { vendor: 'Pigeon Post' },
      '"Pigeon Post" cannot be the id of a vendor: use lower-case words joined by hyphens, such as pigeon-post.',
    ],
    ['for a title that would end a comment', { title: '*/ Pigeon' }, '"*/ Pigeon" cannot be a title'],
    [
      'for an unknown auth kind',
      { auth: 'basic' },
      'The auth kind "basic" is unknown: choose one of oauth2, oauth2-permanent, api-key, static.',
    ],
    [
      'without the header of its key',
      { auth: 'api-key' },
      'Say in which header the key is sent with --keyHeader',
    ],
    ['for a header that cannot be', { auth: 'api-key', keyHeader: 'x key' }, 'Say in which header'],
    ['for a limit that cannot be', { rateLimits: 'all:10' }, '"all:10" is no limit class'],
    ['for an unknown identifier to produce', { produces: ['shoe_size'] }, 'Unknown: shoe_size.'],
    ['for an unknown identifier', { identifiers: ['email', 'shoe_size'] }, 'Unknown: shoe_size.'],
    ['without identifiers', { identifiers: [] }, 'Name the identifiers the vendor knows people by'],
    ['for an unknown lookup', { resources: 'members:guess' }, 'members has the lookup "guess"'],
    [
      'for a scan without a parent',
      { resources: 'letters:scan' },
      'letters has the lookup scan and no parent',
    ],
    [
      'without resources',
      { resources: '' },
      'No resource is found from an identifier: give one the lookup locate, as in contacts:locate.',
    ],
    [
      'for a base URL that is not https',
      { baseUrl: 'http://api.pigeon.example' },
      "Say where the vendor's API answers with --base-url",
    ],
    [
      'for operations of no file',
      { operations: 'findMembers' },
      '--operations picks from an OpenAPI file: name the file with --openapi.',
    ],
    [
      'for an unknown operation',
      { openapi: kites, operations: 'fly' },
      'The OpenAPI file has no operation fly. It has: findFlyers,',
    ],
    [
      'from a file that is missing',
      { openapi: 'missing.yaml' },
      'missing.yaml cannot be read as YAML or JSON.',
    ],
    [
      'from a file that describes no API',
      { openapi: fileURLToPath(new URL('schema.json', import.meta.url)) },
      'is no OpenAPI description of version 3.0 or 3.1.',
    ],
  ])('%s', async (_, options, message) => {
    const tree = virtualWorkspace();
    await expect(connectorGenerator(tree, { ...pigeon, ...options })).rejects.toThrow(message);
    expect(tree.children('packages')).toEqual(['connector-drift']);
  });

  it('over one that exists', async () => {
    await expect(connectorGenerator(virtualWorkspace(), { ...pigeon, vendor: 'drift' })).rejects.toThrow(
      'packages/connector-drift exists already. To add to it, use the generator resource.',
    );
  });
});
