import { describe, expect, it } from '@jest/globals';
import { globAsync } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { createNodes } from './plugin.mjs';

const [pattern, infer] = createNodes;

/** The targets that a workspace of these files gets, by project. */
async function targetsOf(...files) {
  const tree = createTreeWithEmptyWorkspace();
  for (const file of files) tree.write(file, '');
  const results = infer(await globAsync(tree, [pattern]));
  return results.flatMap(([, { projects }]) =>
    Object.entries(projects).map(([root, { targets }]) => [root, targets]),
  );
}

describe('the nx plugin', () => {
  it('infers each target from the file that it needs', async () => {
    const inferred = await targetsOf(
      'packages/connector-kites/openapi/kites.yaml',
      'packages/connector-kites/src/manifest/manifest.ts',
      'packages/connector-kites/test/conformance.spec.ts',
    );
    expect(new Set(inferred.map(([root, targets]) => `${root}:${Object.keys(targets).join()}`))).toEqual(
      new Set(['types', 'docs', 'conformance'].map((target) => `packages/connector-kites:${target}`)),
    );
  });

  it('infers nothing from other files', async () => {
    expect(
      await targetsOf(
        'packages/core/src/index.ts',
        'packages/connector-kites/package.json',
        'packages/connector-kites/openapi/notes.md',
        'packages/connector-kites/src/simulator/test/conformance.spec.ts',
        'tools/openapi/kites.yaml',
      ),
    ).toEqual([]);
  });

  it('makes types from the very description, again only when it or the program changes', async () => {
    const [[, { types }]] = await targetsOf('packages/connector-kites/openapi/kites.yaml');
    expect(types).toMatchObject({
      command: expect.stringMatching(/generate-openapi\.mjs openapi\/kites\.yaml src\/generated$/),
      cache: true,
      inputs: expect.arrayContaining(['{projectRoot}/openapi/kites.yaml']),
      outputs: ['{projectRoot}/src/generated'],
    });
  });

  it('tests what was built just now, and never takes the result from a cache', async () => {
    const [[, { conformance }]] = await targetsOf('packages/connector-kites/test/conformance.spec.ts');
    expect(conformance).toMatchObject({ cache: false, dependsOn: ['build'] });
  });
});
