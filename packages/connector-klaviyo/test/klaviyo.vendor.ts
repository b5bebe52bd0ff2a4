import type {
  ConformanceVendor,
  PreviousHandle,
  RunningVendor,
  VendorOptions,
  VendorPerson,
} from '@privacy-connectors/conformance';
import type { Json } from '@privacy-connectors/core';
import { startKlaviyoSimulator, type KlaviyoSimulator, type SubjectOptions } from '../src/simulator/index.js';

const holdings = { profiles: 4, lists: 2, segments: 2, pushTokens: 2, events: 2 };
const subject = {
  email: 'Grace.Hopper@example.com',
  phone: '+46701740605',
  externalId: 'customer-1906',
  ...holdings,
};
const stranger = {
  email: 'ada.lovelace@example.com',
  phone: '+46701740606',
  externalId: 'customer-1815',
  ...holdings,
};

const trail = { place: 'bmV4dDo6b2Zmc2V0OjoxMDA', anchor: 'bmV4dDo6b2Zmc2V0OjoxMDA', steps: 0, lap: 1 };
const identifiers = [{ kind: 'email', value: subject.email }];
const ref = { profileId: '01GDDKASAP8TKDDA2GRZDSVP4H', identifiers };
const deletion = { task: 'delete', id: ref.profileId, identifiers, requestedAt: null };
const suppression = { task: 'suppress', id: '', identifiers, requestedAt: null };

/** What release 0.1 stores. Never to be changed: requests that are under way hold it. */
const previousHandles: readonly PreviousHandle[] = [
  { codec: 'locateCursor', stored: trail },
  { codec: 'cursor', resource: 'events', stored: trail },
  { codec: 'ref', resource: 'profiles', stored: ref },
  { codec: 'ref', resource: 'events', stored: ref },
  { codec: 'operation', stored: deletion },
  { codec: 'operation', stored: suppression },
  { codec: 'ticket', stored: { ...deletion, requestedAt: 1_768_435_200_000 } },
  { codec: 'ticket', stored: { ...suppression, id: 'SJ1' } },
];

/** Klaviyo as the conformance kit needs it: small, with a second page of everything, and slow to erase. */
export const klaviyoVendor: ConformanceVendor = {
  start,
  notFoundMeansNone: [],
  withoutThings,
  manyRecords: 'events',
  previousHandles,
  variants: [{ suppressAfterDeletion: true }],
};

async function start({ now, scopes, manyRecords }: VendorOptions): Promise<RunningVendor> {
  // The subject has four profiles. Pages are as large as Klaviyo allows when there are many records.
  const many = manyRecords === undefined ? {} : { events: Math.ceil(manyRecords / holdings.profiles) };
  const simulator = await startKlaviyoSimulator({
    subjects: [{ ...subject, ...many }, stranger],
    strangers: 12,
    ...(manyRecords === undefined ? { pageSize: 1 } : {}),
    deletion: { afterMilliseconds: 3 * 3_600_000 },
    suppression: { afterMilliseconds: 90 * 60_000 },
    scopes,
    now,
  });
  return {
    settings: { baseUrl: simulator.baseUrl },
    accessToken: simulator.privateKey,
    subject: personOf(simulator, { ...subject, ...many }),
    stranger: personOf(simulator, stranger),
    unknown: {
      identifiers: [
        { kind: 'email', value: 'nobody@nowhere.example' },
        { kind: 'phone', value: '+46709999999' },
        { kind: 'external_id', value: 'nobody' },
      ],
    },
    faults: simulator.faults,
    calls: simulator.calls,
    close: () => simulator.close(),
  };
}

function personOf({ world }: KlaviyoSimulator, person: SubjectOptions & typeof subject): VendorPerson {
  const { profiles, lists, segments, pushTokens, events } = world.expectedRecords(person);
  const { email, phone, externalId } = person;
  const [all = '', byEmail = '', byPhone = '', byExternalId = ''] = profiles;
  const found = (...ids: readonly string[]) => ids.map((id) => `profiles/${id}`);
  return {
    subject: {
      identifiers: [
        { kind: 'email', value: email },
        { kind: 'phone', value: phone },
        { kind: 'external_id', value: externalId },
      ],
    },
    foundBy: {
      email: found(all, byEmail),
      phone: found(all, byPhone),
      external_id: found(all, byExternalId),
    },
    records: { profiles, lists, segments, pushTokens, events },
    files: {},
    canaries: [email, phone, externalId, ...world.canariesOf(person)],
    isErased: () => world.profilesOf(person).every(({ person: whose }) => whose === undefined),
  };
}

function withoutThings(_: string, body: Json): Json | undefined {
  const answer = body as { readonly [key: string]: Json };
  const links = answer['links'] as { readonly next?: Json } | undefined;
  return links?.next === undefined || links.next === null ? undefined : { ...answer, data: [] };
}
