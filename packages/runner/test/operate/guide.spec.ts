import { describe, expect, it } from '@jest/globals';
import { toConfigurationFile } from '../../src/config/configuration-file.js';
import { overrides } from '../../src/config/environment-overrides.js';
import { logEvents } from '../../src/logging/log-event.js';
import { guide } from './guide.js';

/** `service.port` and the like, of every field that has a default or may be given. */
function fieldsOf(value: object, path = ''): readonly string[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? fieldsOf(inner, `${path}${name}.`)
      : [`${path}${name}`],
  );
}

describe('the guide to running it', () => {
  it('tells every field of the configuration with its default and its variable', () => {
    const fields = fieldsOf(toConfigurationFile({}));
    expect(fields.length).toBeGreaterThan(7);
    for (const field of fields) expect(guide).toMatch(new RegExp(`^\\| \`${field}\` +\\|`, 'm'));
    for (const { variable, field } of overrides)
      expect(guide).toMatch(new RegExp(`^\\| \`${field}\` +\\| \`${variable}\` +\\| \\S`, 'm'));
  });

  it('tells every event that logs have', () => {
    for (const event of logEvents) expect(guide).toMatch(new RegExp(`^\\| \`${event}\` +\\| \\S`, 'm'));
    const told = [
      ...guide.matchAll(
        /^\| `((?:service|http|worker|task|webhook|audit|tracing|process|receipt|vault)\.[a-z_]+)` +\|/gm,
      ),
    ].map(([, event]) => event);
    const fields = new Set(overrides.map(({ field }) => field));
    expect(told.filter((name = '') => !fields.has(name)).sort()).toEqual([...logEvents].sort());
  });

  it('leads to headings that exist', () => {
    const headings = [...guide.matchAll(/^## (.+)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replaceAll(/[^a-z -]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...guide.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((anchor = '') => !headings.includes(anchor))).toEqual([]);
  });
});
