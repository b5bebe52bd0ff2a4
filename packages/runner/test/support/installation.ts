import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { RequestView } from '../../src/application/views/request-view.js';
import { dsr, startDsr, type DsrEnd, type DsrProcess } from './dsr.js';
import { temporaryFolder } from './temporary-folder.js';

/** Settings that make a simulated vendor fast. */
export const fastSettings = {
  vendorRequestsPerSecond: '1000',
  vendorBurst: '200',
  verifyEverySeconds: '1',
  verifyForSeconds: '60',
} as const;

/** A data folder of `dsr` for one test file, with the commands run on it as real processes. */
export class Installation {
  readonly #folder = temporaryFolder();
  readonly #environment: Readonly<Record<string, string>>;

  constructor(environment: Readonly<Record<string, string>> = {}) {
    this.#environment = { DSR_HOME: this.home, NO_COLOR: '1', ...environment };
  }

  /** Of commands on the host. */
  get host(): Readonly<Record<string, string>> {
    return this.#environment;
  }

  /** Of the commands. */
  get environment(): Readonly<Record<string, string>> {
    return this.#environment;
  }

  /** Makes the commands work; here they do so by themselves. */
  open(): Promise<void> {
    return Promise.resolve();
  }

  /** Ends what `open` started, and removes the folder. */
  close(): Promise<void> {
    this.remove();
    return Promise.resolve();
  }

  get home(): string {
    return `${this.#folder.path}/home`;
  }

  /** A path beside the data folder, for packages. */
  path(name: string): string {
    return `${this.#folder.path}/${name}`;
  }

  run(...parameters: string[]): Promise<DsrEnd> {
    return dsr(parameters, this.environment);
  }

  start(...parameters: string[]): DsrProcess {
    return startDsr(parameters, this.environment);
  }

  /** Adds a connection with the simulator's static token. @throws Error when the command fails. */
  async connect(
    name: string,
    vendor: DriftSimulator,
    settings: Readonly<Record<string, string>> = fastSettings,
    environment = this.environment,
  ): Promise<void> {
    const all = { baseUrl: vendor.baseUrl, authorizationUrl: vendor.authorizationUrl, ...settings };
    const given = Object.entries(all).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    const parameters = ['connection', 'add', 'drift', '--name', name, ...given, '--token-env', 'TOKEN'];
    const end = await dsr(parameters, { ...environment, TOKEN: vendor.staticToken });
    if (end.code !== 0) throw new Error(`connection add ended with ${String(end.code)}: ${end.stderr}`);
  }

  /** Runs a command with `--json` and reads the request it prints last. */
  async request(...parameters: string[]): Promise<RequestView> {
    const end = await this.run('request', ...parameters, '--json');
    if (end.stdout === '') throw new Error(`dsr request ended with ${String(end.code)}: ${end.stderr}`);
    return end.json() as RequestView;
  }

  remove(): void {
    this.#folder.remove();
  }
}

/** `resource outcome count`, a line per outcome of the first task. */
export function outcomesOf(view: RequestView): readonly string[] {
  return (view.tasks[0]?.outcomes ?? []).map(
    ({ resource, outcome, count }) => `${resource} ${outcome} ${count}`,
  );
}
