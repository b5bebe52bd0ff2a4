import type { Json } from '@privacy-connectors/core';
import { manifest } from '../pigeon/manifest.js';
import { normaliseTokenAnswer } from '../pigeon/tokens.js';
import { lastingConnector, lastingVendor } from '../pigeon/lasting.js';
import { changing } from './changing.js';
import { memberOf, textOf, withImplementation, withManifest, type Mutant } from './mutant.js';

const understood = 'token answers are understood in every spelling, and what is none is refused';
const renewed = 'a token that expires in the middle of a request is renewed, and the call sent once more';
const shared = 'ten parallel calls with an expired token cause one renewal';

/** Connectors that lose their connection in the course of time. */
export const tokenMutants: readonly Mutant[] = [
  {
    fault: 'takes nothing but the token from the older spelling',
    connector: withImplementation({
      normaliseTokenAnswer: (answer) =>
        memberOf(answer, 'token') === null
          ? normaliseTokenAnswer(answer)
          : { access_token: textOf(memberOf(answer, 'token')), token_type: 'bearer' },
    }),
    check: understood,
    says: /a token answer with token, renewal, lifeInMinutes is misread/,
  },
  {
    fault: 'takes any answer for tokens',
    connector: withImplementation({
      normaliseTokenAnswer: (answer: Json) => {
        const isToken = typeof memberOf(answer ?? {}, 'token') === 'string';
        const isStandard = typeof memberOf(answer ?? {}, 'access_token') === 'string';
        if (isToken || isStandard) return normaliseTokenAnswer(answer);
        return { access_token: 'none', token_type: 'bearer' };
      },
    }),
    check: understood,
    says: /is not refused as a token answer/,
  },
  {
    fault: 'loses the successor of a refresh token',
    connector: withImplementation({
      normaliseTokenAnswer: (answer) => {
        const { access_token, token_type, expires_in = 0 } = normaliseTokenAnswer(answer);
        return { access_token, token_type, expires_in };
      },
    }),
    check: renewed,
    says: /a request whose token expires ended as AuthError/,
  },
  {
    fault: 'names another status for a dead token',
    connector: withManifest({ auth: { ...manifest.auth, rejectionStatuses: [418] } }),
    check: shared,
    says: /ended as AuthError/,
  },
  {
    fault: 'renews a token that does not expire',
    connector: changing(lastingConnector).withImplementation({
      normaliseTokenAnswer: (answer) => {
        const token = textOf(memberOf(answer, 'token'));
        return { access_token: token, token_type: 'bearer', refresh_token: token };
      },
    }),
    vendor: lastingVendor,
    check: 'a token that does not expire is never renewed, and a dead one ends as AuthError',
    says: /a token that does not expire was renewed|did not end as AuthError/,
  },
  {
    fault: 'takes a token that does not expire for one of an hour',
    connector: changing(lastingConnector).withImplementation({
      normaliseTokenAnswer: (answer) => ({
        access_token: textOf(memberOf(answer, 'token')),
        token_type: 'bearer',
        expires_in: 3600,
      }),
    }),
    vendor: lastingVendor,
    check: understood,
    says: /a token answer with token is misread/,
  },
];
