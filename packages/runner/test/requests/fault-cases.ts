import { faultMatrix, type Fault } from '@privacy-connectors/conformance/simulator';
import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';

/** Every fault of the matrix but the one that parks a task for a day. */
const names = Object.keys(faultMatrix()).filter((name) => name !== '429 with an absurd wait');

/** Faults that a vendor would answer the same way tomorrow. */
const definite = [400, 401, 403, 404, 409, 422]
  .map((status) => `status ${status}`)
  .concat('html instead of json', 'redirect to another host');

/** Which call of a request goes wrong; `verification` is the time after the deletion was accepted. */
export interface Target {
  readonly type: 'access' | 'delete';
  readonly operationId: string;
  readonly phase: 'request' | 'verification';
  /** Passing faults that also last, since that takes longer than the definite ones. */
  readonly lasting: readonly string[];
}

/** One call of one request, answered by one fault. */
export interface FaultCase {
  readonly target: Target;
  readonly fault: string;
  readonly lasts: boolean;
  /** Of the connection. */
  readonly name: string;
}

const access = (operationId: string, lasting: readonly string[] = []): Target => ({
  type: 'access',
  operationId,
  phase: 'request',
  lasting,
});
const deletion = (operationId: string, phase: Target['phase'], lasting: readonly string[] = []): Target => ({
  type: 'delete',
  operationId,
  phase,
  lasting,
});

const passing = ['status 429', 'status 503'];

/** Every vendor call of the two kinds of requests. */
export const targets: readonly Target[] = [
  access('findContacts'),
  access('getContact'),
  access('listConversations', passing),
  access('getConversation'),
  access('listUsers'),
  access('listMessages'),
  access('downloadAttachment'),
  deletion('findContacts', 'request'),
  deletion('listUsers', 'request'),
  deletion('deletePersonalData', 'request', [...passing, 'reset after handling', 'truncated body']),
  deletion('findContacts', 'verification', passing),
  deletion('getContact', 'verification', passing),
];

/** Each fault for one call, and some for every call. */
export function casesOf(target: Target): readonly FaultCase[] {
  const nameOf = (fault: string, lasts: boolean) =>
    [prefixOf(target), target.operationId, fault, lasts ? 'always' : 'once']
      .join('-')
      .replaceAll(' ', '-')
      .toLowerCase();
  const caseOf = (fault: string, lasts: boolean): FaultCase => ({
    target,
    fault,
    lasts,
    name: nameOf(fault, lasts),
  });
  return [
    ...names.map((fault) => caseOf(fault, false)),
    ...definite.concat(target.lasting).map((fault) => caseOf(fault, true)),
  ];
}

function prefixOf({ type, phase }: Target): string {
  return phase === 'request' ? type : 'verify';
}

/** Makes the vendor answer so. */
export function arm(vendor: DriftSimulator, { target, fault: name, lasts }: FaultCase): void {
  const { operationId, phase } = target;
  const install = () => {
    const fault: Fault = faultMatrix()[name] ?? { kind: 'reset', moment: 'before' };
    if (lasts) vendor.faults.always(operationId, fault);
    else vendor.faults.once(operationId, fault);
  };
  if (phase === 'request') install();
  else vendor.hooks.beforeAnswer({ operationId: 'deletePersonalData', nth: 1 }, install);
}
