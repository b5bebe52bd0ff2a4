import type { Application } from '../application/application.js';
import type { OpenedServices } from '../application/services.js';
import { settleOrInterrupt } from './interruption.js';
import type { CliIo } from './io.js';
import type { Openers } from './openers.js';
import type { Output } from './output/output.js';

/** What every command works with. */
export interface CommandContext {
  readonly io: CliIo;
  readonly openers: Openers;
  readonly output: Output;
}

/** Runs `action` on the services, those of this host or those that `DSR_URL` names. */
export function withServices<T>(
  context: CommandContext,
  action: (services: OpenedServices) => Promise<T>,
): Promise<T> {
  return withOpened(context, context.openers.openServices, action);
}

/**
 * Runs `action` on the application of this host, for commands that make sense there only. `patience`: grace periods that an
 * interrupted action may take.
 */
export function withApplication<T>(
  context: CommandContext,
  action: (application: Application) => Promise<T>,
  patience?: number,
): Promise<T> {
  return withOpened(context, context.openers.openApplication, action, patience);
}

type Open<Opened> = (environment: CliIo['environment']) => Promise<Opened>;

/** Closes what was opened whatever happened; the first failure is the one reported. */
async function withOpened<Opened extends OpenedServices, T>(
  { io }: CommandContext,
  open: Open<Opened>,
  action: (opened: Opened) => Promise<T>,
  // Twice the patience, so that an interrupted wait can name its request before the command is given up.
  patience = 2,
): Promise<T> {
  const opened = await openOrInterrupt(io, open);
  let result: T;
  try {
    result = await settleOrInterrupt(action(opened), io, patience);
  } catch (error) {
    await close(io, opened).catch(() => undefined);
    throw error;
  }
  await close(io, opened);
  return result;
}

/** An opening that is given up after an interruption still gets closed should it ever succeed. */
async function openOrInterrupt<Opened extends OpenedServices>(
  io: CliIo,
  open: Open<Opened>,
): Promise<Opened> {
  const opening = open(io.environment);
  try {
    return await settleOrInterrupt(opening, io);
  } catch (error) {
    opening.then((opened) => opened.close()).catch(() => undefined);
    throw error;
  }
}

function close(io: CliIo, opened: OpenedServices): Promise<void> {
  return settleOrInterrupt(opened.close(), io, 2);
}
