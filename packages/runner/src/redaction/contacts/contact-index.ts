import { domainToUnicode } from 'node:url';
import { type KnownPerson, precedence, type Treatment } from '../people/known-person.js';
import type { Places } from '../quotes/quoted-parts.js';
import type { Finding } from '../text/finding.js';
import { foldedWord } from '../text/fold-text.js';
import type { FoldedText } from '../text/folded-text.js';
import { findEmails } from './find-emails.js';
import { digitsOf, findPhones, isSameLine, lineDigits } from './find-phones.js';
import type { FoundContact } from './found-contact.js';

interface Line {
  readonly digits: string;
  readonly treatment: Treatment;
}

/** Whose contact data is replaced although nobody knows whose it is. */
export interface UnknownContacts {
  /** Where in the folded text; everywhere, or within quotations. */
  readonly covers: Pick<Places, 'has'>;
  /** Numbers count only in texts that people wrote; elsewhere they may be anything. */
  readonly isProse: boolean;
}

const unknown: { readonly [Kind in FoundContact['kind']]: Treatment } = {
  email: { label: '[e-mail address]', reason: 'unknown_person' },
  phone: { label: '[phone number]', reason: 'unknown_person' },
};

/** Finds e-mail addresses, phone numbers and vendors' ids of people in texts. */
export class ContactIndex {
  readonly #emails = new Map<string, Treatment>();
  readonly #lines = new Map<string, Line[]>();
  readonly #ids = new Map<string, Treatment>();

  constructor(people: readonly KnownPerson[]) {
    for (const { identifiers, treatment } of people) {
      for (const { kind, value } of identifiers) {
        if (kind === 'email') prefer(this.#emails, emailKey(value), treatment);
        else if (kind === 'phone') this.#addLine(digitsOf(value), treatment);
        else prefer(this.#ids, value, treatment);
      }
    }
  }

  /** Contacts of known people anywhere, and of unknown ones where `unknowns` says. */
  find({ lower }: FoldedText, unknowns: UnknownContacts): readonly Finding[] {
    return [...findEmails(lower), ...findPhones(lower)].flatMap((contact) => {
      const { kind, start, end, certain } = contact;
      const isReplaced = certain && unknowns.covers.has(start) && (kind === 'email' || unknowns.isProse);
      const treatment =
        this.#treatment(contact) ??
        this.#treatmentWithin(contact) ??
        (isReplaced ? unknown[kind] : undefined);
      return treatment === undefined ? [] : [{ start, end, treatment }];
    });
  }

  /** What is done with a value that is as a whole somebody's id at the vendor. */
  ofId(value: string): Treatment | undefined {
    return this.#ids.get(value);
  }

  /** Who has this e-mail address, as it stands in a text. */
  ofEmail(email: string): Treatment | undefined {
    const key = emailKey(email);
    return this.#emails.get(key) ?? this.#emails.get(withoutTag(key));
  }

  #treatment({ kind, value }: FoundContact): Treatment | undefined {
    if (kind === 'email') return this.ofEmail(value);
    const lines = this.#lines.get(value.slice(-lineDigits)) ?? [];
    return lines.find(({ digits }) => isSameLine(digits, value))?.treatment;
  }

  /** Whose address goes on as a host could, e.g. in the name of a file: "anna@example.org.png". */
  #treatmentWithin({ kind, value }: FoundContact): Treatment | undefined {
    if (kind !== 'email') return undefined;
    for (let end = value.lastIndexOf('.'); end > value.indexOf('@'); end = value.lastIndexOf('.', end - 1)) {
      const treatment = this.ofEmail(value.slice(0, end));
      if (treatment !== undefined) return 'label' in treatment ? treatment : undefined;
    }
    return undefined;
  }

  #addLine(digits: string, treatment: Treatment): void {
    if (digits.length < lineDigits) return;
    const key = digits.slice(-lineDigits);
    const lines = [...(this.#lines.get(key) ?? []), { digits, treatment }];
    this.#lines.set(
      key,
      lines.sort((one, other) => precedence(other.treatment) - precedence(one.treatment)),
    );
  }
}

function prefer(treatments: Map<string, Treatment>, key: string, treatment: Treatment): void {
  const known = treatments.get(key);
  if (known === undefined || precedence(treatment) > precedence(known)) treatments.set(key, treatment);
}

/** Folded as texts are, with the domain in its Unicode form, since texts have either. */
function emailKey(email: string): string {
  const [local = '', host = ''] = email.trim().split('@');
  return foldedWord(`${local}@${domainToUnicode(host) || host}`);
}

/** A tag behind a plus sign leads to the same mailbox. */
function withoutTag(key: string): string {
  return key.replace(/\+[^@]*@/, '@');
}
