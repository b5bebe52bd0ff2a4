import { blocks } from '../markdown/blocks.mjs';
import { code } from '../markdown/code.mjs';
import { text } from '../markdown/text.mjs';
import { generatedMark } from './generated-mark.mjs';
import { sections } from './sections.mjs';

/**
 * The page of a connector, as Markdown that prettier has yet to align.
 * @param {import('../workspace/load-connector.mjs').DocumentedConnector} connector
 */
export function connectorPage(connector) {
  return blocks(
    `# ${text(connector.manifest.title)}`,
    generatedMark,
    introduction(connector),
    ...sections.map(([title, render]) => section(title, render(connector))),
  );
}

function section(title, body) {
  return body === '' ? '' : blocks(`## ${title}`, body);
}

function introduction({ manifest: { id, title, version, vendorApiVersion }, packageJson }) {
  return `Connector ${code(id)} ${text(version)}, in the package ${code(packageJson.name)}, for the ${text(title)} API v${text(vendorApiVersion)}.`;
}
