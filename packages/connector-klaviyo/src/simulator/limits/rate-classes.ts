import type { SimulatedRequest } from '@privacy-connectors/conformance/simulator';

/** Klaviyo's sizes of an endpoint's two windows. */
export type RateClassName = 'XS' | 'S' | 'M' | 'L' | 'XL';

/** Requests in a second, and in a minute. */
export interface RateClass {
  readonly burst: number;
  readonly steady: number;
}

/** As the guide has them. The descriptions of single calls say 750 a minute for L: the smaller figure holds here. */
export const RATE_CLASSES: Readonly<Record<RateClassName, RateClass>> = {
  XS: { burst: 1, steady: 15 },
  S: { burst: 3, steady: 60 },
  M: { burst: 10, steady: 150 },
  L: { burst: 75, steady: 700 },
  XL: { burst: 350, steady: 3500 },
};

/** The class of one call of an endpoint. */
export type RateClassOf = (request: SimulatedRequest) => RateClassName;

/** The class of a call of `/profiles` or `/profiles/{id}`, which shrinks with what is asked for. */
export const classOfProfiles: RateClassOf = ({ query }) => {
  const included = (query.get('include') ?? '').split(',');
  if (included.includes('lists') || included.includes('segments')) return 'XS';
  const additional = (query.get('additional-fields[profile]') ?? '').split(',');
  return additional.includes('predictive_analytics') ? 'M' : 'L';
};
