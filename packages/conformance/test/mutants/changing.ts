import type { AnyImplementation, AnyResourceSteps, Connector } from '@privacy-connectors/core';

type Deletion = NonNullable<AnyImplementation['deletion']>;

/** Ways to make another connector out of a correct one. */
export interface Changing {
  /** With other code in places. */
  readonly withImplementation: (changes: Partial<AnyImplementation>) => Connector;
  /** With other steps for one resource. */
  readonly withResource: (
    name: string,
    change: (steps: AnyResourceSteps) => Partial<AnyResourceSteps>,
  ) => Connector;
  /** With other deletion steps. */
  readonly withDeletion: (change: (steps: Deletion) => Partial<Deletion>) => Connector;
  /** With another manifest. */
  readonly withManifest: (changes: object) => Connector;
}

export function changing(connector: Connector): Changing {
  const { implementation: original } = connector;
  const withImplementation = (changes: Partial<AnyImplementation>): Connector => ({
    ...connector,
    implementation: { ...original, ...changes },
  });
  return {
    withImplementation,
    withResource: (name, change) => {
      const steps = original.resources[name];
      if (steps === undefined) throw new RangeError(`There is no resource ${name}.`);
      const resources = { ...original.resources, [name]: { ...steps, ...change(steps) } };
      return withImplementation({ resources });
    },
    withDeletion: (change) => {
      const steps = original.deletion as Deletion;
      return withImplementation({ deletion: { ...steps, ...change(steps) } });
    },
    withManifest: (changes) => ({ ...connector, manifest: { ...connector.manifest, ...changes } }),
  };
}
