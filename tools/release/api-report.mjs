import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { root } from '../scripts/support/workspace.mjs';

/**
 * Writes what a package exports to a folder, a report per entry point. The package must be built; the same declarations
 * always give the same bytes.
 *
 * @param {readonly import('./entry-points.mjs').EntryPoint[]} entryPoints Those of one package.
 * @param {string} output Absolute.
 * @throws Error when declarations are missing.
 */
export async function writeApiReports(entryPoints, output) {
  await mkdir(output, { recursive: true });
  const configurations = entryPoints.map((entryPoint) => configurationOf(entryPoint, output));
  const [first] = configurations;
  // One compilation for all is what takes the time.
  const compilerState = CompilerState.create(first, {
    additionalEntryPoints: configurations.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
  });
  // Its warnings stand in the reports; nothing else is said.
  const messageCallback = (message) => {
    message.handled = true;
  };
  for (const configuration of configurations) {
    Extractor.invoke(configuration, { localBuild: true, compilerState, messageCallback });
  }
}

function configurationOf({ project, types, report }, output) {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: project,
      mainEntryPointFilePath: types,
      compiler: { overrideTsconfig: { compilerOptions, files: [types] } },
      apiReport: { enabled: true, reportFolder: output, reportTempFolder: output, reportFileName: report },
      newlineKind: 'lf',
      messages,
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(project, 'package.json'),
  });
}

/** As a user compiles: without the condition that leads to the sources of the workspace. */
const compilerOptions = {
  module: 'nodenext',
  target: 'es2023',
  lib: ['ES2023'],
  typeRoots: [join(root, 'node_modules/@types')],
  types: ['node'],
  strict: true,
  skipLibCheck: true,
};

const messages = {
  compilerMessageReporting: { default: { logLevel: 'none' } },
  extractorMessageReporting: {
    default: { logLevel: 'warning', addToApiReportFile: true },
    // Everything that an entry point exports is public.
    'ae-missing-release-tag': { logLevel: 'none' },
  },
  tsdocMessageReporting: { default: { logLevel: 'none' } },
};
