import type { Identifier } from '@privacy-connectors/core';
import { connector } from '../otter/connector.js';
import { otterVendor as vendor } from '../otter/vendor.js';
import { changing } from './changing.js';
import { memberOf, type Mutant } from './mutant.js';

const { withImplementation, withManifest } = changing(connector);
const { subject } = connector.implementation;
const { identifiers } = connector.manifest;
const same = 'each identifier finds the same things under the same refs';
const handedOn = "the identifiers handed on are all of the data subject's, and nobody else's";

/** Connectors that know a person by several identifiers, and mix them up. */
export const identifierMutants: readonly Mutant[] = [
  {
    fault: 'names a thing after the identifier that found it',
    connector: withImplementation({
      subject: {
        ...subject,
        locate: async (context, identifier, cursor) => {
          const page = await subject.locate(context, identifier, cursor);
          const { kind } = identifier;
          const things = page.things.map(({ ref, ...thing }) => ({
            ...thing,
            ref: { id: memberOf(ref, 'id'), kind },
          }));
          return { ...page, things };
        },
      },
    }),
    vendor,
    check: same,
    says: /customers\/c1-1 has one ref when found by email and another by phone/,
  },
  {
    fault: 'takes the first one that has the telephone number',
    connector: withImplementation({
      subject: {
        ...subject,
        locate: async (context, identifier, cursor) => {
          const page = await subject.locate(context, identifier, cursor);
          return identifier.kind === 'phone' ? { ...page, next: null } : page;
        },
      },
    }),
    vendor,
    check: same,
    says: /found by phone: missing \[customers\/c1-2\]/,
  },
  {
    fault: 'hands on an address of the vendor',
    connector: withIdentifiers((found) => [...found, { kind: 'email', value: 'support@otter.example' }]),
    vendor,
    check: handedOn,
    says: /kind email is handed on that is not the data subject's/,
  },
  {
    fault: 'keeps further addresses to itself',
    connector: withIdentifiers((found) => found.filter(({ value }) => !value.endsWith('@home.example'))),
    vendor,
    check: handedOn,
    says: /located by email, an identifier is not handed on: email/,
  },
  {
    fault: 'hands on a kind that it does not declare',
    connector: withManifest({ identifiers: { ...identifiers, produces: ['email', 'external_id'] } }),
    vendor,
    check: handedOn,
    says: /the kind phone is handed on, which is not declared/,
  },
  {
    fault: 'declares a kind that it never hands on',
    connector: withManifest({
      identifiers: { ...identifiers, produces: [...identifiers.produces, 'user_id'] },
    }),
    vendor,
    check: handedOn,
    says: /said to be produced, and never handed on: user_id/,
  },
];

function withIdentifiers(change: (found: readonly Identifier[]) => readonly Identifier[]) {
  return withImplementation({
    subject: {
      ...subject,
      locate: async (...step) => {
        const page = await subject.locate(...step);
        return { ...page, identifiers: change(page.identifiers ?? []) };
      },
    },
  });
}
