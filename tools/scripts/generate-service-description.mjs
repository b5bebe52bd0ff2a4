/**
 * Usage: node tools/scripts/generate-service-description.mjs <output folder>
 *
 * Writes `service.json`, the OpenAPI 3.1 document that the service serves at `/v1/openapi.json`.
 */
import './support/require-node.mjs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { build } from './support/build.mjs';
import { runMain } from './support/main.mjs';
import { root } from './support/workspace.mjs';

await runMain(async () => {
  const [, , outputFolder] = process.argv;
  if (outputFolder === undefined) {
    throw new Error('Name the output folder: generate-service-description.mjs <output folder>.');
  }
  await emit();
  const { allRoutes } = await import(built('routes/all-routes.js'));
  const { openApiDocument } = await import(built('openapi/document.js'));
  const text = JSON.stringify(await openApiDocument(allRoutes));
  const style = await resolveConfig(join(root, 'package.json'));
  await mkdir(outputFolder, { recursive: true });
  await writeFile(join(outputFolder, 'service.json'), await format(text, { ...style, parser: 'json' }));
  return 0;
});

/**
 * Compiles the workspace. Types that do not fit are no obstacle: those of the client are made from the very file that is written
 * here, and the code that uses them fits again only then. `npm run build` tells what is left.
 */
async function emit() {
  await build().catch(() => undefined);
}

function built(path) {
  return pathToFileURL(join(root, 'packages', 'runner', 'dist', 'http', path)).href;
}
