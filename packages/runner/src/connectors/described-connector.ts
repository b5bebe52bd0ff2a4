import type { Connector } from '@privacy-connectors/core';

/** What a connector says of a resource, as far as packages tell it. */
export interface DescribedResource {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly dataCategories: readonly string[];
  /** Tells threads. */
  readonly parent?: string;
  readonly binary: boolean;
}

/** What a connector says of itself, as far as packages tell it. */
export interface DescribedConnector {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** In the manifest's order. */
  readonly resources: readonly DescribedResource[];
}

/** A connector as packages tell it. */
export function described({ manifest }: Connector): DescribedConnector {
  const { id, title, version, resources } = manifest;
  return {
    id,
    title,
    version,
    resources: Object.entries(resources).map(([name, resource]) => ({
      name,
      title: resource.title,
      description: resource.description,
      dataCategories: resource.dataCategories,
      ...(resource.parent === undefined ? {} : { parent: resource.parent }),
      binary: resource.binary,
    })),
  };
}
