import { describe, expect, it } from '@jest/globals';
import { vendorFacts } from './vendor-facts.mjs';

const description = {
  info: { version: '2026-07-15' },
  servers: [{ url: 'https://api.vendor.example/v1' }, { url: 'https://api.eu.vendor.example/v1' }],
};

describe('the facts about a vendor', () => {
  it('are its version and its hosts', () => {
    expect(vendorFacts(description)).toEqual({
      vendorApiVersion: '2026-07-15',
      baseUrl: 'https://api.vendor.example/v1',
      hosts: ['api.vendor.example', 'api.eu.vendor.example'],
    });
  });

  it('are without places where the description names none', () => {
    expect(vendorFacts({ info: { version: '1' } })).toEqual({ vendorApiVersion: '1' });
  });

  it('are also what the description says at its top for the manifest', () => {
    const facts = {
      auth: { kind: 'api_key' },
      identifiers: { consumes: ['email'], produces: [] },
      capabilities: { access: { mode: 'synchronous' } },
      scopes: { 'birds:read': { title: 'Read', neededFor: ['access'], description: 'Birds.' } },
      rateLimits: { reading: { limits: [{ requests: 5, seconds: 1 }], per: 'operation' } },
      resources: { birds: { title: 'Birds' } },
      notCovered: [{ what: 'Nests' }],
      sources: [{ title: 'Birds', url: 'https://vendor.example/docs', confidence: 'documented' }],
    };
    const described = {
      ...description,
      'x-auth': facts.auth,
      'x-identifiers': facts.identifiers,
      'x-capabilities': facts.capabilities,
      'x-scopes': facts.scopes,
      'x-rate-limits': facts.rateLimits,
      'x-resources': facts.resources,
      'x-not-covered': facts.notCovered,
      'x-sources': facts.sources,
      'x-other': 'ignored',
    };
    expect(vendorFacts(described)).toEqual({ ...vendorFacts(description), ...facts });
  });
});
