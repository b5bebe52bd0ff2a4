import type { AnyImplementation, Connector, Json } from '@privacy-connectors/core';
import type { ConformanceVendor } from '../../src/index.js';
import type { PigeonClient } from '../pigeon/client.js';
import { connector } from '../pigeon/connector.js';
import { changing } from './changing.js';

/** A connector with one fault, and the check that names it. */
export interface Mutant {
  readonly fault: string;
  readonly connector: Connector;
  /** Pigeon Post when absent. */
  readonly vendor?: ConformanceVendor;
  readonly check: string;
  /** What the failure says. */
  readonly says: RegExp;
}

export const original: AnyImplementation = connector.implementation;

/** Pigeon Post's connector with something else in it. */
export const { withImplementation, withResource, withDeletion, withManifest } = changing(connector);

/** Pigeon Post's connector with another client. */
export function withClient(change: (client: PigeonClient) => Partial<PigeonClient>): Connector {
  return withImplementation({
    connect: (io) => {
      const client = original.connect(io) as PigeonClient;
      return { ...client, ...change(client) };
    },
  });
}

export function clientOf(context: { readonly client: unknown }): PigeonClient {
  return context.client as PigeonClient;
}

/** A ref of this vendor is a text. */
export function textOf(ref: Json): string {
  if (typeof ref !== 'string') throw new TypeError('The ref is not a text.');
  return ref;
}

/** A member of a JSON object. */
export function memberOf(value: Json, name: string): Json {
  return (value as { readonly [key: string]: Json })[name] ?? null;
}
