import { ContainerModule } from 'inversify';
import { SigningKeys } from '../signing/signing-keys.js';
import { SigningKeyStore } from '../store/signing-key-store.js';
import { tokens } from './tokens.js';

/** What the installation attests by its signature. */
export const signingModule = new ContainerModule(({ bind }) => {
  bind(tokens.signing).toResolvedValue(
    (database, keys, audit) =>
      new SigningKeys({ database, store: new SigningKeyStore(database), keys, audit }),
    [tokens.database, tokens.keys, tokens.audit],
  );
});
