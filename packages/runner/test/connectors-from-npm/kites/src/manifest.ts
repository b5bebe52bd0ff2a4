import type { Manifest } from '@privacy-connectors/core';

/** Kite Shop: who bought which kite. */
export const manifest = {
  contract: 1,
  id: 'kites',
  title: 'Kite Shop',
  version: '2.0.0',
  vendorApiVersion: '3',
  baseUrl: 'https://api.kites.example',
  hosts: ['api.kites.example'],
  auth: { kind: 'api_key', header: 'x-kite-key', prefix: '', rejectionStatuses: [401] },
  scopes: {},
  rateLimits: { all: { limits: [{ requestsPerSecond: 100, burst: 20 }], per: 'connection' } },
  identifiers: { consumes: ['email'], produces: [] },
  capabilities: {
    access: { mode: 'synchronous', granularity: 'whole_record', description: 'Reads the customer.' },
  },
  resources: {
    customers: {
      title: 'Customers',
      description: 'Everybody who bought a kite.',
      dataCategories: ['user.contact.email'],
      lookup: 'locate',
      binary: false,
      erasure: 'none',
      vendorKeeps: 'Everything.',
    },
  },
  operations: {
    findCustomers: {
      method: 'GET',
      path: '/customers',
      purpose: 'Finds customers by e-mail.',
      usedFor: ['connection', 'access'],
      scopes: [],
      idempotent: true,
      rateLimit: 'all',
    },
    getCustomer: {
      method: 'GET',
      path: '/customers/{id}',
      purpose: 'Reads a customer.',
      usedFor: ['access'],
      scopes: [],
      idempotent: true,
      rateLimit: 'all',
    },
  },
  settings: {
    baseUrl: { type: 'string', default: 'https://api.kites.example', description: 'Where the API is.' },
  },
  notCovered: [],
  sources: [],
} as const satisfies Manifest;
