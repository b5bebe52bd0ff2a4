import { manifest } from '../pigeon/manifest.js';
import { original, withImplementation, withManifest, type Mutant } from './mutant.js';

const { operations, scopes } = manifest;
const needed = 'every declared scope is needed for what the manifest says, and no other one is';

/** Connectors whose manifest or connection test is wrong about scopes. */
export const scopeMutants: readonly Mutant[] = [
  {
    fault: 'asks for a scope that it does not need',
    connector: withManifest({ scopes: { ...scopes, parties: { ...scopes.read, neededFor: ['access'] } } }),
    check: needed,
    says: /parties is said to be needed for access/,
  },
  {
    fault: 'says that erasing needs no more than reading',
    connector: withManifest({
      operations: { ...operations, eraseMember: { ...operations.eraseMember, scopes: ['read'] } },
    }),
    check: needed,
    says: /eraseMember works with erase, and is declared to need more/,
  },
  {
    fault: 'says that reading letters needs the scope to erase',
    connector: withManifest({
      operations: { ...operations, getLetter: { ...operations.getLetter, scopes: ['erase'] } },
    }),
    check: needed,
    says: /getLetter is refused with erase, which is declared to be enough/,
  },
  {
    fault: 'takes every declared scope for granted',
    connector: withImplementation({
      check: async (...parameters) => {
        await original.check(...parameters);
        return { grantedScopes: Object.keys(scopes) };
      },
    }),
    check: 'the test of a connection tells which scopes were granted',
    says: /check tells \w+, which was not granted/,
  },
  {
    fault: 'tells of no scope that it was granted',
    connector: withImplementation({
      check: async (...parameters) => {
        await original.check(...parameters);
        return { grantedScopes: [] };
      },
    }),
    check: 'the test of a connection tells which scopes were granted',
    says: /check does not tell that read was granted/,
  },
  {
    fault: 'calls the scope to erase a detail',
    connector: withManifest({ scopes: { ...scopes, erase: { ...scopes.erase, neededFor: [] } } }),
    check: 'the scopes that are said to be needed are enough',
    says: /a deletion with them ended as MissingScopeError/,
  },
  {
    fault: 'says that nothing but a deletion needs the scope to read',
    connector: withManifest({ scopes: { ...scopes, read: { ...scopes.read, neededFor: ['deletion'] } } }),
    check: 'a capability that does not work without a scope is said to need it',
    says: /access does not work without read, and is not said to need it/,
  },
];
