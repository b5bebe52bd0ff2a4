import { ConnectorError, VendorRejectedError } from '@privacy-connectors/core/errors';
import type { Json } from '@privacy-connectors/core';
import { personAt } from '../../src/simulator/index.js';
import { clientOf, memberOf, textOf, withDeletion, type Mutant } from './mutant.js';

const early = 'a deletion is not confirmed while the vendor still holds data';
const finishes = 'a deletion ends confirmed, with nothing left to locate';
const hour = 3_600_000;

/** Connectors whose deletion is not one. */
export const deletionMutants: readonly Mutant[] = [
  {
    fault: 'has an empty erase',
    connector: withDeletion(() => ({
      erase: (context, operation) =>
        Promise.resolve({
          outcome: 'pending',
          ticket: operation,
          checkAfter: context.now().getTime() + hour / 10,
        }),
    })),
    check: finishes,
    says: /still holds data/,
  },
  {
    fault: 'says deleted where it was accepted only',
    connector: withDeletion((steps) => ({
      erase: async (...step) => {
        await steps.erase(...step);
        return { outcome: 'deleted' };
      },
    })),
    check: early,
    says: /erase: says deleted/,
  },
  {
    fault: 'confirms without looking',
    connector: withDeletion(() => ({ verify: () => Promise.resolve({ outcome: 'deleted' }) })),
    check: early,
    says: /verify: says deleted/,
  },
  {
    fault: 'takes a failed look for gone',
    connector: withDeletion((steps) => ({
      verify: (...step) =>
        steps.verify(...step).catch((error: unknown) => {
          if (ConnectorError.is(error) && error.code === 'vendor_rejected') return { outcome: 'deleted' };
          throw error;
        }),
    })),
    check: 'no answer to any call of a deletion confirms it falsely',
    says: /findMembers .*status 4\d\d.*while the vendor still holds data/,
  },
  {
    fault: 'takes a refused erasure for accepted',
    connector: withDeletion((steps) => ({
      erase: (context, operation) =>
        steps.erase(context, operation).catch((error: unknown) => {
          if (!(error instanceof VendorRejectedError)) throw error;
          return { outcome: 'pending', ticket: operation, checkAfter: context.now().getTime() + 60_000 };
        }),
    })),
    check: 'no answer to any call of a deletion confirms it falsely',
    says: /eraseMember .*taken for accepted/,
  },
  {
    fault: 'looks for somebody else after a lost answer',
    connector: withDeletion(() => ({ ticketOf: () => ({ email: 'nobody@nowhere.example' }) })),
    check: 'a crash before or after any call of a deletion loses nothing',
    says: /did not end confirmed/,
  },
  {
    fault: 'erases a stranger as well',
    connector: withDeletion((steps) => ({
      erase: async (context, operation) => {
        await steps.erase(context, { email: personAt('pigeon', 2).email });
        return steps.erase(context, operation);
      },
    })),
    check: 'a deletion leaves strangers untouched',
    says: /the stranger was erased/,
  },
  {
    fault: 'fails when there is nothing left to erase',
    connector: withDeletion((steps) => ({
      erase: async (context, operation) => {
        const query = { email: textOf(memberOf(operation, 'email')) };
        const { members } = await clientOf(context).call('findMembers', { query, signal: context.signal });
        if (members.length === 0) throw new VendorRejectedError('There is no such member.');
        return steps.erase(context, operation);
      },
    })),
    check: 'a deletion can be repeated',
    says: /no such member/,
  },
  {
    fault: 'plans an erasure whoever it is',
    connector: withDeletion((steps) => ({
      plan: (context, subject, things, options, cursor) =>
        steps.plan(
          context,
          subject,
          things.length > 0 ? things : [{ resource: 'members', ref: 'm0' }],
          options,
          cursor,
        ),
    })),
    check: 'a deletion of an unknown data subject plans nothing',
    says: /does not know/,
  },
  {
    fault: 'puts a date into the ticket',
    connector: withDeletion((steps) => ({
      erase: async (context, operation) => {
        const outcome = await steps.erase(context, operation);
        if (outcome.outcome !== 'pending') return outcome;
        const ticket = { email: memberOf(operation, 'email'), since: context.now() } as unknown as Json;
        return { ...outcome, ticket };
      },
    })),
    check: 'refs, cursors, tickets and records survive JSON',
    says: /erase: the result is not JSON at .*since/,
  },
  {
    fault: 'remarks whose data was deleted',
    connector: withDeletion((steps) => ({
      verify: async (context, ticket) => {
        const outcome = await steps.verify(context, ticket);
        const remark = `Nothing is left of ${textOf(memberOf(ticket, 'email'))}.`;
        return outcome.outcome === 'deleted' ? { ...outcome, remark } : outcome;
      },
    })),
    check: 'errors, reasons and observations carry no personal data and no secret',
    says: /verify: what it reports repeats a personal text/,
  },
];
