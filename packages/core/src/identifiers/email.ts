import { domainToASCII, domainToUnicode } from 'node:url';
import { ConfigError } from '../errors/index.js';

declare const brand: unique symbol;

/** An e-mail address, as the person wrote it, trimmed. @public */
export type EmailAddress = string & { readonly [brand]: 'EmailAddress' };

interface Parts {
  readonly local: string;
  readonly domain: string;
}

/**
 * Reads an address of the usual form (`local@domain`, no quotes or comments).
 * @throws ConfigError saying what is wrong, without the address. @public
 */
export function parseEmail(input: string): EmailAddress {
  const text = input.trim();
  const problem = problemOf(text);
  if (problem !== undefined) throw new ConfigError(`The e-mail address is not valid: ${problem}.`);
  return text as EmailAddress;
}

function problemOf(text: string): string | undefined {
  const parts = split(text);
  if (parts === undefined) return 'it needs one @ between a name and a domain';
  if (Buffer.byteLength(text) > 254 || Buffer.byteLength(parts.local) > 64) return 'it is too long';
  if (/[\s\p{Cc}\p{Cf}()<>[\]\\,;:"]/u.test(text))
    return 'it has a space or another character that does not belong there';
  if (/^\.|\.$|\.\./.test(parts.local))
    return 'the name before the @ begins or ends with a dot, or has two in a row';
  if (!isHostName(domainToASCII(parts.domain))) return 'what follows the @ is no domain';
  return undefined;
}

function split(text: string): Parts | undefined {
  const at = text.indexOf('@');
  if (at < 1 || at === text.length - 1 || text.includes('@', at + 1)) return undefined;
  return { local: text.slice(0, at), domain: text.slice(at + 1) };
}

/** At least two labels of letters, digits and inner hyphens, the last one not a number (which would be an IP address). */
function isHostName(domain: string): boolean {
  const labels = domain.split('.');
  const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
  return labels.length > 1 && labels.every((each) => label.test(each)) && !/^\d+$/.test(labels.at(-1) ?? '');
}

/**
 * The spellings of an address to search for at a vendor whose search is exact: as given, in lower case, and with the
 * domain in its Unicode and its ASCII form. Without repetition, as given first. Plus addresses stay what they are. @public
 */
export function emailVariants(email: string): readonly string[] {
  const given = email.trim();
  const parts = split(given);
  if (parts === undefined) return [given];
  const ascii = domainToASCII(parts.domain) || parts.domain;
  const unicode = domainToUnicode(ascii) || parts.domain;
  const domains = ascii === unicode ? [] : [ascii, unicode];
  const locals = [parts.local, lowerCase(parts.local)];
  return [
    ...new Set([
      given,
      lowerCase(given),
      ...domains.flatMap((domain) => locals.map((local) => `${local}@${domain}`)),
    ]),
  ];
}

/**
 * True when two spellings are the same address: letter case, Unicode composition and the domain's form do not matter;
 * a plus address is another address than the plain one. False when either is no address. @public
 */
export function sameEmail(one: string, other: string): boolean {
  const address = canonicalEmail(one);
  return address !== undefined && address === canonicalEmail(other);
}

/**
 * The one spelling that all spellings of an address have in common, as {@link sameEmail} compares them; undefined for what is
 * no address. It is for comparing alone: some vendors tell letter case apart. @public
 */
export function canonicalEmail(email: string): string | undefined {
  const parts = split(email.trim());
  if (parts === undefined) return undefined;
  const domain = domainToASCII(parts.domain);
  return domain === '' ? undefined : `${lowerCase(parts.local)}@${domain}`;
}

function lowerCase(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFC');
}
