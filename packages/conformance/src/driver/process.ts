import type {
  AnyContext,
  AnyImplementation,
  ConnectionCheck,
  ConnectionProfile,
} from '@privacy-connectors/core';
import { operationOf, type Send } from '@privacy-connectors/core/http';
import { connectionPipeline } from './pipeline.js';
import type { Connection, Site } from './site.js';
import { direct, type Taps } from './taps.js';

/** The process is gone; what its step was about to say is lost. */
export class SimulatedCrash extends Error {
  constructor() {
    super('the process crashed');
  }
}

/** One life of a process that runs a connector: nothing but the vendor and the store outlives it. */
export class ConnectorProcess<At extends Connection = Site> {
  readonly site: At;
  readonly implementation: AnyImplementation;
  readonly profile: ConnectionProfile;
  readonly context: AnyContext;
  /** What the pipeline reported, in order. */
  readonly observations: unknown[] = [];
  readonly #controller = new AbortController();
  readonly #operations: string[] = [];
  #attempts = 0;
  #crashed = false;

  constructor(site: At, taps: Taps = {}) {
    this.site = site;
    this.implementation = site.connector.implementation;
    const settings = Object.assign(new this.implementation.settings(), site.vendor.settings);
    this.profile = this.implementation.configure(settings);
    this.context = {
      client: this.implementation.connect({ fetch: this.#fetch(taps), profile: this.profile }),
      settings,
      signal: this.#controller.signal,
      now: () => new Date(site.clock.now()),
      grantedScopes: site.grantedScopes,
    };
  }

  /** Operations the connector called so far; `undeclared` for what is none. */
  get operations(): readonly string[] {
    return this.#operations;
  }

  /** Attempts that went to the vendor so far. */
  get attempts(): number {
    return this.#attempts;
  }

  check(): Promise<ConnectionCheck> {
    return this.implementation.check(this.context, { accessToken: this.site.vendor.accessToken });
  }

  abort(): void {
    this.#controller.abort();
  }

  /** Ends the process in the middle of whatever it does. */
  crash(): never {
    this.#crashed = true;
    this.abort();
    throw new SimulatedCrash();
  }

  /** Runs a step. @throws SimulatedCrash when the process crashed meanwhile, whatever the step made of it. */
  async run<Result>(step: () => Promise<Result>): Promise<Result> {
    const result = await step().catch((failure: unknown) => {
      throw this.#crashed ? new SimulatedCrash() : failure;
    });
    if (this.#crashed) throw new SimulatedCrash();
    return result;
  }

  #fetch(taps: Taps): Send {
    const { call = direct, attempt = direct } = taps;
    const transport: Send = (request) => {
      this.#attempts += 1;
      return attempt(request, fetch);
    };
    const pipeline = connectionPipeline(this.site, this.profile, transport, (observation) => {
      this.observations.push(observation);
    });
    return (request) => {
      this.#operations.push(operationOf(request)?.operationId ?? 'undeclared');
      return call(request, pipeline);
    };
  }
}
