import { createHash } from 'node:crypto';
import { TransientError } from '@privacy-connectors/core/errors';
import type {
  AnyImplementation,
  AnyResourceSteps,
  Codec,
  Json,
  OpenedBinary,
  SkippedBinary,
  Subject,
} from '@privacy-connectors/core';
import type { ConnectorProcess } from './process.js';
import type { Connection } from './site.js';
import { stored } from './stored.js';
import type { Kind, Results, WorkOf } from './work.js';

type AnyDeletionSteps = NonNullable<AnyImplementation['deletion']>;

type Performers = {
  readonly [K in Kind]: (
    process: ConnectorProcess<Connection>,
    subject: Subject,
    work: WorkOf<K>,
  ) => Promise<Results[K]>;
};

const performers: Performers = {
  locate: ({ implementation: { subject: steps }, context }, _, { identifier, cursor }) =>
    steps.locate(context, stored(identifier), parsed(steps.cursor, cursor)),
  scan: (process, _, { resource, cursor }) => {
    const steps = stepsOf(process, resource);
    if (steps.scan === undefined || steps.scanCursor === undefined)
      throw new Error(`${resource} has no scan step`);
    return steps.scan(process.context, parsed(steps.scanCursor, cursor));
  },
  read: (process, _, { resource, ref, cursor }) => {
    const steps = stepsOf(process, resource);
    return steps.read(process.context, steps.ref.parse(stored(ref)), parsed(steps.cursor, cursor));
  },
  open: async (process, _, { resource, ref }) => {
    const steps = stepsOf(process, resource);
    if (steps.open === undefined) throw new Error(`${resource} has no open step`);
    return digestOf(await steps.open(process.context, steps.ref.parse(stored(ref))));
  },
  plan: (process, subject, { things, cursor }) => {
    const steps = deletionOf(process);
    const options = { includeVendorUsers: false };
    const place = parsed(steps.planCursor, cursor);
    return steps.plan(process.context, stored(subject), stored(things), options, place);
  },
  erase: (process, _, { operation }) => {
    const steps = deletionOf(process);
    return steps.erase(process.context, steps.operation.parse(stored(operation)));
  },
  look: (process, _, { operation }) => {
    const steps = deletionOf(process);
    const sentAt = process.context.now().getTime();
    const ticket = steps.ticketOf(steps.operation.parse(stored(operation)), sentAt);
    return steps.verify(process.context, steps.ticket.parse(stored(ticket)));
  },
  verify: (process, _, { ticket }) => {
    const steps = deletionOf(process);
    return steps.verify(process.context, steps.ticket.parse(stored(ticket)));
  },
};

/** Performs one step; its arguments come from a store, through the connector's codecs. The result is not stored yet. */
export function perform<K extends Kind>(
  process: ConnectorProcess<Connection>,
  subject: Subject,
  work: WorkOf<K>,
): Promise<Results[K]> {
  const performer: Performers[K] = performers[work.kind];
  // The step may throw before it returns a promise; both are the same failure.
  return process.run(async () => performer(process, subject, work));
}

/** The deletion steps. @throws Error when the connector has none. */
function deletionOf(process: ConnectorProcess<Connection>): AnyDeletionSteps {
  const { deletion } = process.implementation;
  if (deletion === undefined) throw new Error('the connector has no deletion steps');
  return deletion;
}

function stepsOf(process: ConnectorProcess<Connection>, resource: string): AnyResourceSteps {
  const steps = process.implementation.resources[resource];
  if (steps === undefined) throw new Error(`the connector has no steps for ${resource}`);
  return steps;
}

function parsed(codec: Codec<Json>, cursor: Json | null): Json | null {
  return cursor === null ? null : codec.parse(stored(cursor));
}

/** Null for a file that the vendor does not have. */
async function digestOf(binary: OpenedBinary | SkippedBinary): Promise<string | null> {
  if ('skipped' in binary) return null;
  const hash = createHash('sha256');
  try {
    for await (const chunk of binary.body) hash.update(chunk);
  } catch (cause) {
    // As in the runner: a stream that breaks is a failure of the network, not of the step that opened it.
    throw new TransientError('The download broke off.', {}, { cause });
  }
  return hash.digest('hex');
}
