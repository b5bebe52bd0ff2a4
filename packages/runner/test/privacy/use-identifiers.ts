import type { Installation } from '../support/installation.js';
import type { DsrEnd } from '../support/dsr.js';
import { connectMadeUp, installMadeUp } from '../support/made-up/install.js';
import { startMadeUpVendor, type MadeUpVendor } from '../support/made-up/vendor.js';
import type { Secret } from './search.js';

const email = 'dorothy.vaughan@example.com';
const found = 'dot.vaughan@example.net';
const phone = '+46 70 555 01 99';
const id = 'customer-canary-4c1d';
const undeclared = 'account-canary-90fe';
const name = 'handles-canary-name';

/** A person whom one vendor knows by e-mail, the other by the first one's id. */
const person = {
  id: 'p1',
  name,
  searchable: [
    { kind: 'email', value: email },
    { kind: 'external_id', value: id },
  ],
  handles: [
    { kind: 'email', value: found },
    { kind: 'phone', value: phone },
    { kind: 'external_id', value: id },
    { kind: 'user_id', value: undeclared },
  ],
} as const;

/** What was done with identifiers, and what of it must not be readable anywhere. */
export interface UsedIdentifiers {
  readonly vendors: readonly MadeUpVendor[];
  readonly ends: readonly DsrEnd[];
  readonly secrets: readonly Secret[];
}

/**
 * Runs requests of both kinds with identifiers that are named, found, passed on, widened to, undeclared and malformed.
 * @throws Error when a command ends in an unexpected way.
 */
export async function useIdentifiers(installation: Installation): Promise<UsedIdentifiers> {
  installMadeUp(installation, [
    { id: 'crm', consumes: ['email', 'phone'], produces: ['email', 'phone', 'external_id', 'user_id'] },
    { id: 'desk', consumes: ['external_id'], produces: [] },
  ]);
  const vendors = [await startMadeUpVendor('crm', [person]), await startMadeUpVendor('desk', [person])];
  const ends: DsrEnd[] = [];
  for (const [index, connector] of ['crm', 'desk'].entries()) {
    const shop = ['--namespace', 'external_id=shop'];
    ends.push(
      expectCode(0, await connectMadeUp(installation, connector, connector, vendors[index]!, ...shop)),
    );
  }
  const run = async (code: number, ...parameters: readonly string[]) => {
    ends.push(expectCode(code, await installation.run('request', ...parameters)));
  };
  const connections = ['--connection', 'crm', '--connection', 'desk'];
  const all = ['--email', email, '--phone', phone, '--identifier', `shop:${id}`, ...connections];
  await run(0, 'access', '--email', email, ...connections, '--wait');
  await run(0, 'access', ...all, '--widen', 'email', '--widen', 'phone', '--wait', '--json');
  await run(0, 'delete', ...all, '--approve', '--wait');
  for (const malformed of [`nowhere:${id}`, id, `${phone}:1`, `shop:${id}\n`.repeat(30)]) {
    await run(2, 'access', '--identifier', malformed);
  }
  await run(2, 'access', '--phone', `0${phone}`);
  return { vendors, ends, secrets: secretsOf(vendors) };
}

function expectCode(code: number, end: DsrEnd): DsrEnd {
  if (end.code === code) return end;
  throw new Error(`dsr ended with ${String(end.code)} instead of ${String(code)}: ${end.stderr}`);
}

function secretsOf(vendors: readonly MadeUpVendor[]): readonly Secret[] {
  const digits = phone.replace(/\D/g, '');
  const handles = { email, found, phone, digits, id, undeclared, name };
  return [
    ...Object.entries(handles).map(([handle, value]) => ({ name: `handle ${handle}`, value })),
    ...vendors.map(({ key }) => ({ name: 'API key', value: key })),
  ];
}
