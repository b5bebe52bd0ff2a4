import { ContainerModule } from 'inversify';
import { KeyService } from '../access/key-service.js';
import { KeyUses } from '../access/key-uses.js';
import { KeyVerifier } from '../access/key-verifier.js';
import { ApiKeyStore } from '../store/api-key-store.js';
import { MasterKeyService } from '../vault/master-key-service.js';
import { tokens } from './tokens.js';

/** Who may do what: keys of the service, and the key that everything is under. */
export const accessModule = new ContainerModule(({ bind }) => {
  bind(tokens.apiKeyStore).toResolvedValue((database) => new ApiKeyStore(database), [tokens.database]);
  bind(tokens.keyUses).toResolvedValue((tallies) => new KeyUses(tallies), [tokens.tallies]);
  bind(tokens.authentication).toResolvedValue(
    (database, keys, audit, uses) => new KeyVerifier(database, keys, audit, uses),
    [tokens.database, tokens.apiKeyStore, tokens.audit, tokens.keyUses],
  );
  bind(tokens.apiKeys).toResolvedValue(
    (database, keys, audit) => (actor) => new KeyService({ database, keys, audit }, actor),
    [tokens.database, tokens.apiKeyStore, tokens.audit],
  );
  bind(tokens.masterKey).toResolvedValue(
    (database, audit, { masterKeys }) =>
      (actor) =>
        new MasterKeyService({ database, audit, masterKeys }, actor),
    [tokens.database, tokens.audit, tokens.keys],
  );
});
