import type { StoredFile } from './hashed-content.js';
import { dataPath, schemaPath } from './file-names.js';
import { formatName, formatVersion } from './format.js';
import type { RequestView } from '../application/views/request-view.js';
import type { SectionContents } from './contents.js';

/**
 * `manifest.json`: the request, what each connection gave and did not give, and every other file of the package with its
 * size and SHA-256. The list of files is streamed, one a line.
 */
export async function* manifestText(
  request: RequestView,
  sections: readonly SectionContents[],
  files: ReadonlyMap<string, StoredFile>,
): AsyncGenerator<string> {
  await Promise.resolve();
  const head = {
    format: formatName,
    formatVersion,
    request: requestSummary(request),
    connections: sections.map(summary),
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "files": [`;
  let separator = '\n    ';
  for (const [path, { bytes, sha256 }] of files) {
    yield `${separator}${JSON.stringify({ path, bytes, sha256 })}`;
    separator = ',\n    ';
  }
  yield '\n  ]\n}\n';
}

function requestSummary({ id, type, status, receivedAt, dueAt, finishedAt }: RequestView): object {
  return { id, type, status, receivedAt, dueAt, finishedAt };
}

function summary({ section, survey }: SectionContents): object {
  const { connection, connector, outcomes, notCovered, redaction } = section;
  const resources = section.resources.map(({ name, title, description, dataCategories }) => {
    const { records } = survey.counts(name);
    const paths = { path: dataPath(connection, name), schema: schemaPath(connection, name) };
    return { name, title, description, dataCategories, records, ...paths };
  });
  const { withheld, replaced } = survey;
  const changes = redaction && { policy: redaction.policy, basis: redaction.basis, withheld, replaced };
  return { connection, connector, resources, outcomes, notCovered, redaction: changes };
}
