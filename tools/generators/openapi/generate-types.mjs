import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinPathFragments } from '@nx/devkit';
import { textOf } from '../text/change.mjs';

const script = fileURLToPath(new URL('../../scripts/generate-openapi.mjs', import.meta.url));

/** Writes `src/generated` of a connector, with the program of its script `generate`. */
export function generateTypes(tree, { root, id }) {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    const description = join(folder, `${id}.yaml`);
    const output = join(folder, 'generated');
    writeFileSync(description, textOf(tree, joinPathFragments(root, `openapi/${id}.yaml`)));
    execFileSync(process.execPath, [script, description, output]);
    for (const file of readdirSync(output)) {
      const target = joinPathFragments(root, 'src/generated', file);
      tree.write(target, readFileSync(join(output, file)));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
