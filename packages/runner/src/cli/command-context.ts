import type { Application } from '../application/application.js';
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

/** Runs `action` on the opened application and closes it whatever happened; the first failure is the one reported. */
export async function withApplication<T>(
  context: CommandContext,
  action: (application: Application) => Promise<T>,
): Promise<T> {
  const application = await open(context);
  let result: T;
  try {
    // Twice the patience, so that an interrupted wait can name its request before the command is given up.
    result = await settleOrInterrupt(action(application), context.io, 2);
  } catch (error) {
    await close(context, application).catch(() => undefined);
    throw error;
  }
  await close(context, application);
  return result;
}

/** An opening that is given up after an interruption still gets closed should it ever succeed. */
async function open({ io, openers }: CommandContext): Promise<Application> {
  const opening = openers.openApplication(io.environment);
  try {
    return await settleOrInterrupt(opening, io);
  } catch (error) {
    opening.then((application) => application.close()).catch(() => undefined);
    throw error;
  }
}

function close({ io }: CommandContext, application: Application): Promise<void> {
  return settleOrInterrupt(application.close(), io, 2);
}
