import { describe, expect, it } from '@jest/globals';
import { isConnector } from '@privacy-connectors/core';
import { connector } from '../index.js';
import { manifest } from './manifest.js';

describe('the manifest', () => {
  it('is plain JSON and belongs to a connector', () => {
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
    expect(isConnector(connector)).toBe(true);
    expect(connector.manifest).toBe(manifest);
  });

  it('knows no call that archives: an archived contact is not deleted', () => {
    expect(Object.values(manifest.operations).filter(({ path }) => /archive/.test(path))).toEqual([]);
  });

  it('says what stays at Intercom, and for how long', () => {
    expect(manifest.resources.contacts.vendorKeeps).toMatch(/7 days.*90 days/s);
    expect(manifest.notCovered.map(({ what }) => what).join()).toMatch(/admin/);
  });

  it('says whose names cannot be known, and so stay in texts', () => {
    expect(manifest.notCovered.map(({ what }) => what).join()).toMatch(/participants who never wrote/);
  });
});
