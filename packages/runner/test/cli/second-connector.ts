import { mkdirSync, writeFileSync } from 'node:fs';

/** Writes the package of another connector, Drift's under another id, into a folder of packages. */
export function writeConnectorPackage(modules: string): void {
  const folder = `${modules}/second-connector`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}/package.json`,
    JSON.stringify({ name: 'second-connector', type: 'module', exports: './index.js' }),
  );
  const built = (name: string) =>
    JSON.stringify(new URL(`../../../${name}/dist/index.js`, import.meta.url).href);
  const code = `import { defineConnector } from ${built('core')};
    import { connector as drift } from ${built('connector-drift')};
    export const connector = defineConnector({ ...drift.manifest, id: 'second' }).implement(drift.implementation);\n`;
  writeFileSync(`${folder}/index.js`, code);
}
