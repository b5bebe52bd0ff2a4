import type { Manifest } from '@privacy-connectors/core';
import { fields, type Lines, paragraph } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { formatList } from './format.js';
import { rateLimitText } from './rate-limit.js';

/** A manifest for the person who configures a connection or judges what it covers. */
export function connectorDetail(manifest: Manifest, style: Style): Lines {
  return [
    ...paragraph(`${manifest.title} (${manifest.id} ${manifest.version})`, '', style.heading),
    ...fields([
      ['Vendor API', `${manifest.vendorApiVersion} at ${manifest.baseUrl}`],
      ['Authentication', authentication(manifest)],
      ['Rate limits', Object.entries(manifest.rateLimits).map(rateLimitText).join('; ')],
      ['Searched by', formatList(manifest.identifiers.consumes)],
      ['May also find', formatList(manifest.identifiers.produces)],
    ]),
    ...section('Capabilities', capabilities(manifest), style),
    ...section('Scopes', scopes(manifest), style),
    ...section('Settings (--set key=value)', settings(manifest), style),
    ...section('Resources', resources(manifest), style),
    ...section('Not covered', notCovered(manifest), style),
  ];
}

type Item = readonly [term: string, explanation: string];

function section(title: string, items: readonly Item[], style: Style): Lines {
  if (items.length === 0) return [];
  return [
    '',
    style.heading(title),
    ...items.flatMap(([term, explanation]) => [
      ...paragraph(term, '  '),
      ...paragraph(explanation, '      ', style.faint),
    ]),
  ];
}

function authentication({ auth }: Manifest): string {
  if (auth.kind === 'api_key') return 'API key made by hand';
  return auth.staticToken ? 'OAuth 2.0 app, or a token made by hand' : 'OAuth 2.0 app';
}

function capabilities({ capabilities: { access, deletion } }: Manifest): readonly Item[] {
  return Object.entries({ access, deletion }).flatMap(([name, capability]) =>
    capability === undefined ? [] : [[`${name} (${capability.mode})`, capability.description] as const],
  );
}

function scopes(manifest: Manifest): readonly Item[] {
  return Object.entries(manifest.scopes).map(([name, { neededFor, description }]) => [
    neededFor.length === 0 ? name : `${name} (needed for ${neededFor.join(' and ')})`,
    description,
  ]);
}

function settings(manifest: Manifest): readonly Item[] {
  return Object.entries(manifest.settings).map(([name, setting]) => [
    `${name} (${setting.type}, default ${setting.default})`,
    `${setting.description}${setting.values === undefined ? '' : ` One of: ${setting.values.join(', ')}.`}`,
  ]);
}

function resources(manifest: Manifest): readonly Item[] {
  return Object.entries(manifest.resources).map(([name, resource]) => [
    `${name}: ${formatList(resource.dataCategories)}`,
    `${resource.description} Erasure: ${resource.erasure}.${resource.vendorKeeps === '' ? '' : ` The vendor keeps: ${resource.vendorKeeps}`}`,
  ]);
}

function notCovered(manifest: Manifest): readonly Item[] {
  return manifest.notCovered.map(({ what, why, remedy, capability }) => [
    `${what} (${capability})`,
    `${why} ${remedy}`,
  ]);
}
