import type { Json } from '@privacy-connectors/core';
import { fieldLabel } from './label.js';
import { markup, type Markup } from './markup.js';
import { timeMarkup } from './time.js';

const deepest = 6;

/** A record's data as a definition list; lists and objects within it are nested, empty fields are named at the end. */
export function fieldList(data: Json, depth = 0): Markup {
  if (Array.isArray(data)) return items(data, depth);
  if (data === null || typeof data !== 'object') return scalar(data, '');
  if (depth >= deepest) return markup`<code>${JSON.stringify(data)}</code>`;
  const entries = Object.entries(data);
  const filled = entries.filter(([, value]) => !isEmpty(value));
  const rows = filled.map(([name, value]) => field(name, value, depth));
  return markup`<dl class="fields">${rows}</dl>${emptyFields(entries)}`;
}

function field(name: string, value: Json, depth: number): Markup {
  const label = markup`<dt dir="auto">${fieldLabel(name)}</dt>`;
  const shown = typeof value === 'string' ? unpacked(value) : value;
  if (shown === null || typeof shown !== 'object') {
    return markup`<div>${label}<dd dir="auto">${scalar(shown, name)}</dd></div>\n`;
  }
  return markup`<div class="group">${label}<dd>${fieldList(shown, depth + 1)}</dd></div>\n`;
}

function items(list: readonly Json[], depth: number): Markup {
  if (depth >= deepest) return markup`<code>${JSON.stringify(list)}</code>`;
  const entries = list.map((item) => markup`<li dir="auto">${fieldList(item, depth + 1)}</li>`);
  return markup`<ul class="values">${entries}</ul>`;
}

function scalar(value: string | number | boolean | null, name: string): Markup {
  if (value === null) return markup`<span class="quiet">empty</span>`;
  if (typeof value === 'boolean') return markup`${value ? 'Yes' : 'No'}`;
  if (typeof value === 'string') return markup`${value}`;
  return (isTime(name, value) ? timeMarkup(value) : undefined) ?? markup`${value}`;
}

/** Some vendors put JSON into a string, e.g. Drift's `last_context_location`. */
function unpacked(text: string): Json {
  if (!/^\s*[[{]/u.test(text)) return text;
  try {
    const parsed = JSON.parse(text) as Json;
    return isEmpty(parsed) ? text : parsed;
  } catch {
    return text;
  }
}

const timeNames = /(?:at|on|date|time|timestamp|since|active|contacted|seen|created|updated|modified)$/iu;

/** Epoch milliseconds from 2001 to 2100 under a name that speaks of a time. */
function isTime(name: string, value: number): boolean {
  return Number.isInteger(value) && value >= 1e12 && value < 4.1e12 && timeNames.test(name);
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function emptyFields(entries: readonly (readonly [string, Json])[]): Markup | undefined {
  const names = entries.filter(([, value]) => isEmpty(value)).map(([name]) => fieldLabel(name));
  return names.length === 0 ? undefined : markup`<p class="quiet">Without a value: ${names.join(', ')}</p>`;
}
