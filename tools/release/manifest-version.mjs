/** Where a connector's package has its manifest. */
export const manifestFile = 'src/manifest/manifest.ts';

/**
 * The source of a manifest with another version in it: a connector says its version itself, and it is that of its package.
 *
 * @param {string} source
 * @param {string} version
 * @throws Error when it holds no version, or several.
 */
export function withVersion(source, version) {
  const lines = source.match(/^ {2}version: '[^']*',$/gm) ?? [];
  if (lines.length !== 1)
    throw new Error(`A manifest must have one line with its version, not ${lines.length}.`);
  return source.replace(lines[0], `  version: '${version}',`);
}
