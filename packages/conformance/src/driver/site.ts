import type { Connector } from '@privacy-connectors/core';
import type { TokenSource } from '@privacy-connectors/core/http';
import type { BudgetOf } from '@privacy-connectors/core/rate-limit';
import type { Clock } from '@privacy-connectors/core/retry';
import type { ConformanceVendor, RunningVendor } from '../vendor.js';
import type { FakeClock } from './clock.js';

/** What a process needs to run a connector against a vendor, simulated or not. */
export interface Connection {
  readonly connector: Connector;
  readonly vendor: Pick<RunningVendor, 'settings' | 'accessToken'>;
  readonly clock: Clock;
  readonly grantedScopes: readonly string[] | 'unknown';
  /** The vendor's static token when absent. */
  readonly tokens?: TokenSource;
  /** Paced by the clock when absent. */
  readonly budgetOf?: BudgetOf;
}

/** A connector, a running vendor and the clock they share. */
export interface Site extends Connection {
  readonly conformanceVendor: ConformanceVendor;
  readonly vendor: RunningVendor;
  readonly clock: FakeClock;
}
