import {
  startDriftSimulator,
  type DriftSimulator,
  type DriftSimulatorOptions,
} from '@privacy-connectors/connector-drift/simulator';
import type { Application } from '../../src/application/application.js';
import type { RequestView } from '../../src/application/views/request-view.js';
import { openApplication } from '../../src/composition/open-application.js';
import { fastSettings, Installation } from '../support/installation.js';
import { readPackage, recordsOf } from '../support/read-package.js';
import { somebody } from '../support/services.js';

/** A simulated Drift with a connection to it, an application in this process, and workers in processes of their own. */
export interface ScanStage {
  readonly installation: Installation;
  readonly vendor: DriftSimulator;
  readonly application: Application;
  /** Records an access request for each. @returns their ids. */
  record(emails: readonly string[], connection?: string): Promise<readonly string[]>;
  /** Works until nothing is left to do. */
  work(): Promise<void>;
  /** How often the vendor listed a page of conversations. */
  listed(): number;
  show(id: string): Promise<RequestView>;
  close(): Promise<void>;
}

export async function openStage(options: DriftSimulatorOptions): Promise<ScanStage> {
  const vendor = await startDriftSimulator(options);
  const installation = new Installation();
  await installation.connect('main', vendor, fastSettings);
  const application = await openApplication({ DSR_HOME: installation.home });
  const { requests } = application;
  return {
    installation,
    vendor,
    application,
    record: async (emails, connection = 'main') => {
      const ids: string[] = [];
      for (const email of emails) ids.push((await requests.create(accessFor(email, connection))).id);
      return ids;
    },
    work: async () => {
      const { code, stderr } = await installation.run('worker', '--until-idle');
      if (code !== 0) throw new Error(`dsr worker ended with ${String(code)}: ${stderr}`);
    },
    listed: () => vendor.calls.count('listConversations'),
    show: (id) => requests.show(id),
    close: async () => {
      await application.close();
      await vendor.close();
      installation.remove();
    },
  };
}

function accessFor(email: string, connection: string) {
  return { ...somebody, type: 'access', emails: [email], connections: [connection] } as const;
}

/** Ids of the conversations in a request's package, sorted. */
export async function exportedConversations(stage: ScanStage, id: string): Promise<readonly string[]> {
  const zip = stage.installation.path(`${id}.zip`);
  await stage.application.requests.export(id, zip);
  const records = recordsOf(await readPackage(zip), 'main', 'conversations');
  return records.map((record) => record.id).sort();
}

/** Ids of the conversations that the vendor has of somebody, sorted. */
export function trueConversations({ vendor }: ScanStage, email: string): readonly string[] {
  return vendor.world
    .expectedRecords(email)
    .conversations.map(({ id }) => String(id))
    .sort();
}
