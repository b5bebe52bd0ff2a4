import { mkdirSync, writeFileSync } from 'node:fs';

/** Name of the package. */
export const nextConnector = 'next-connector';

/** Writes the package of Drift's next version: it knows tickets too, and says of nothing any more that it is out of reach. */
export function writeNextConnector(home: string): void {
  const folder = `${home}/node_modules/${nextConnector}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}/package.json`,
    JSON.stringify({ name: nextConnector, type: 'module', exports: './index.js' }),
  );
  const built = (name: string) =>
    JSON.stringify(new URL(`../../../${name}/dist/index.js`, import.meta.url).href);
  const code = `import { defineConnector } from ${built('core')};
    import { connector as drift } from ${built('connector-drift')};
    const { resources, ...manifest } = drift.manifest;
    const tickets = { ...resources.contacts, title: 'Tickets' };
    export const connector = defineConnector({
      ...manifest, version: '99.0.0', notCovered: [], resources: { ...resources, tickets },
    }).implement({
      ...drift.implementation,
      resources: { ...drift.implementation.resources, tickets: drift.implementation.resources.contacts },
    });\n`;
  writeFileSync(`${folder}/index.js`, code);
}
