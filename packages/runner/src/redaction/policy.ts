import type { Author, AuthorKind } from '@privacy-connectors/core';
import { InputError } from '../errors/runner-error.js';

/** The values of {@link PolicyKind}. */
export const policyKinds = ['subject', 'agent', 'bot', 'other_person', 'internal_note'] as const;

/** Whose words a rule is about; an internal note is one whoever wrote it. */
export type PolicyKind = (typeof policyKinds)[number];

/** The values of {@link PolicyMode}. */
export const policyModes = ['export', 'redact', 'withhold'] as const;

/**
 * What is done. `export`: handed over with names and contact data. `redact`: handed over, with names and contact data of the
 * people of that kind replaced, wherever they stand. `withhold`: the same, and what they wrote is left out.
 */
export type PolicyMode = (typeof policyModes)[number];

/** What is done with the words and names of whom. */
export type RedactionPolicy = { readonly [Kind in PolicyKind]: PolicyMode };

/** Where a connection differs from the policy of the installation. */
export type PolicyChanges = { readonly [Kind in PolicyKind]?: PolicyMode };

/** What is done unless somebody decides otherwise. */
export const defaultPolicy: RedactionPolicy = {
  subject: 'export',
  agent: 'redact',
  bot: 'export',
  other_person: 'redact',
  internal_note: 'withhold',
};

/** The rule for what an author wrote; undefined for a record that nobody in particular wrote. */
export function policyKindOf(author: Author | undefined): PolicyKind | undefined {
  if (author === undefined) return undefined;
  return author.internal && author.kind !== 'subject' ? 'internal_note' : author.kind;
}

/** Whether names and contact data of such people are replaced. */
export function isReplaced(kind: AuthorKind, policy: RedactionPolicy): boolean {
  return policy[kind] !== 'export';
}

/** Whether files go with an author's words. Nothing can be replaced in a file, so another person's is left out. */
export function areFilesKept(kind: PolicyKind | undefined, policy: RedactionPolicy): boolean {
  if (kind === undefined || kind === 'subject') return true;
  return policy[kind] === 'export' || (policy[kind] === 'redact' && (kind === 'agent' || kind === 'bot'));
}

/** Of whom no file is handed over. */
export function filesLeftOut(policy: RedactionPolicy): ReadonlySet<Exclude<AuthorKind, 'subject'>> {
  const others = ['agent', 'bot', 'other_person'] as const;
  return new Set(others.filter((kind) => !areFilesKept(kind, policy)));
}

/** @throws InputError when a kind or a mode does not exist, or the data subject's own words would be touched. */
export function checkPolicy(given: { readonly [kind: string]: string }): PolicyChanges {
  for (const [kind, mode] of Object.entries(given)) {
    if (!isOneOf(policyKinds, kind))
      throw new InputError(`A policy is about one of ${policyKinds.join(', ')}, e.g. agent=redact.`);
    if (!isOneOf(policyModes, mode))
      throw new InputError(`The policy for ${kind} must be one of ${policyModes.join(', ')}.`);
    if (kind === 'subject' && mode !== 'export')
      throw new InputError(
        'What the data subject wrote is always handed over: the policy for subject is export.',
      );
  }
  return given;
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return words.some((each) => each === word);
}
