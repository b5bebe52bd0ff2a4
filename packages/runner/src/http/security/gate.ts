import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { isSufficient, type Role } from '../../access/role.js';
import type { Authentication } from '../../application/keys.js';
import { kinds, problem } from '../problems/kinds.js';
import { ProblemError } from '../problems/problem.js';
import { type RateLimits, rateLimits } from './limits.js';

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

const bearer = /^Bearer ([^\s]{1,200})$/i;

/** Lets those in who present a key that is sufficient. Each process counts calls for itself. */
export class Gate {
  readonly #authentication: Authentication;
  readonly #actors = new WeakMap<FastifyRequest, Actor>();
  readonly #refusals: Limiter;
  readonly #publicCalls: Limiter;
  readonly #keyCalls: Limiter;

  /** The rate-limit plug-in must be registered with `server`. */
  constructor(server: FastifyInstance, authentication: Authentication, limits: RateLimits = rateLimits) {
    this.#authentication = authentication;
    const { windowMilliseconds: timeWindow, perAddress, perKey, refusalsPerAddress } = limits;
    const byAddress = ({ ip }: FastifyRequest): string => ip;
    this.#refusals = server.createRateLimit({ timeWindow, max: refusalsPerAddress, keyGenerator: byAddress });
    this.#publicCalls = server.createRateLimit({ timeWindow, max: perAddress, keyGenerator: byAddress });
    const byKey = (request: FastifyRequest): string => this.#actors.get(request)?.name ?? request.ip;
    this.#keyCalls = server.createRateLimit({ timeWindow, max: perKey, keyGenerator: byKey });
  }

  /** Who makes a call that was admitted; null on a public route. */
  actorOf(request: FastifyRequest): Actor | null {
    return this.#actors.get(request) ?? null;
  }

  /**
   * Admits a call of a route.
   * @throws ProblemError when there is no valid key, it is not sufficient, or there were too many calls.
   */
  async admit(request: FastifyRequest, access: Role | 'public'): Promise<void> {
    if (access === 'public') {
      await refuseExcess(this.#publicCalls, request);
      return;
    }
    const actor = await this.#verify(request);
    this.#actors.set(request, actor);
    await refuseExcess(this.#keyCalls, request);
    if (isSufficient(actor.role, access)) return;
    const detail = `This needs a key with the role ${access}; this key has the role ${actor.role}.`;
    throw new ProblemError(problem(kinds.notAllowed, detail));
  }

  async #verify(request: FastifyRequest): Promise<Actor> {
    const presented = bearer.exec(request.headers.authorization ?? '')?.[1];
    const actor = presented === undefined ? undefined : await this.#authentication.verify(presented);
    if (actor !== undefined) return actor;
    // Only refused calls are held up: behind a proxy, strangers have the same address as holders of valid keys.
    await refuseExcess(this.#refusals, request);
    const detail = 'Send "Authorization: Bearer KEY" with a key that is neither expired nor revoked.';
    throw new ProblemError(problem(kinds.notAuthenticated, detail), { 'www-authenticate': 'Bearer' });
  }
}

async function refuseExcess(limiter: Limiter, request: FastifyRequest): Promise<void> {
  const state = await limiter(request);
  if (state.isAllowed || !state.isExceeded) return;
  const seconds = String(Math.max(1, state.ttlInSeconds));
  throw new ProblemError(problem(kinds.tooManyCalls, `Try again in ${seconds} s.`), {
    'retry-after': seconds,
  });
}
