import type { AnyImplementation, AnyResourceSteps, Connector, Json } from '@privacy-connectors/core';
import type { PigeonClient } from '../pigeon/client.js';
import { connector } from '../pigeon/connector.js';

/** A connector with one fault, and the check that names it. */
export interface Mutant {
  readonly fault: string;
  readonly connector: Connector;
  readonly check: string;
  /** What the failure says. */
  readonly says: RegExp;
}

export const original: AnyImplementation = connector.implementation;

/** The reference connector with other code in places. */
export function withImplementation(changes: Partial<AnyImplementation>): Connector {
  return { ...connector, implementation: { ...original, ...changes } };
}

/** The reference connector with other steps for one resource. */
export function withResource(
  name: string,
  change: (steps: AnyResourceSteps) => Partial<AnyResourceSteps>,
): Connector {
  const steps = stepsOf(name);
  return withImplementation({ resources: { ...original.resources, [name]: { ...steps, ...change(steps) } } });
}

/** The reference connector with other deletion steps. */
export function withDeletion(change: (steps: Deletion) => Partial<Deletion>): Connector {
  return withImplementation({ deletion: { ...deletionSteps, ...change(deletionSteps) } });
}

/** The reference connector with another client. */
export function withClient(change: (client: PigeonClient) => Partial<PigeonClient>): Connector {
  return withImplementation({
    connect: (io) => {
      const client = original.connect(io) as PigeonClient;
      return { ...client, ...change(client) };
    },
  });
}

/** The reference connector with another manifest. */
export function withManifest(changes: object): Connector {
  return { ...connector, manifest: { ...connector.manifest, ...changes } };
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

type Deletion = NonNullable<AnyImplementation['deletion']>;

const deletionSteps = original.deletion as Deletion;

function stepsOf(name: string): AnyResourceSteps {
  const steps = original.resources[name];
  if (steps === undefined) throw new RangeError(`There is no resource ${name}.`);
  return steps;
}
