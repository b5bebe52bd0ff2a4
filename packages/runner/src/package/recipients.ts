import { Encrypter } from 'age-encryption';
import { InputError } from '../errors/runner-error.js';

/** The most recipients of one package. */
export const mostRecipients = 10;

const help = 'Give the public key that the recipient made with age-keygen: it begins with age1.';

/**
 * Whom a package is encrypted to; undefined when to nobody. Recipients are public keys of age (https://age-encryption.org).
 * @throws {@link InputError} when one cannot be encrypted to; the error does not repeat it.
 */
export async function encrypterFor(recipients: readonly string[]): Promise<Encrypter | undefined> {
  if (recipients.length === 0) return undefined;
  if (recipients.length > mostRecipients) {
    throw new InputError(`A package can be encrypted to ${mostRecipients} recipients at most.`);
  }
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    refuseSecretKey(recipient);
    await addRecipient(encrypter, recipient);
  }
  return encrypter;
}

function refuseSecretKey(recipient: string): void {
  if (!/^AGE-SECRET-KEY-/iu.test(recipient.trim())) return;
  throw new InputError(
    `That is a secret key, which nobody but its holder should have: it should be replaced. ${help}`,
  );
}

/** Encrypts nothing to it once: some keys look right and are none. */
async function addRecipient(encrypter: Encrypter, recipient: string): Promise<void> {
  try {
    encrypter.addRecipient(recipient);
    await encrypter.encrypt('');
  } catch (error) {
    throw new InputError(`A recipient is no key of age, or was mistyped. ${help}`, { cause: error });
  }
}
