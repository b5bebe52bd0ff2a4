import { type DestinationStream, pino } from 'pino';
import type { LogLevel } from '../config/log-section.js';
import { type LogFields, listedFields } from './log-fields.js';
import type { LogEvent } from './log-event.js';
import type { Log, Tell } from './log.js';

const standardError = 2;

/**
 * A log of JSON lines, e.g. `{"level":"info","time":"2026-11-22T10:00:00.000Z","pid":7,"event":"worker.started"}`. Lines are
 * written before the call returns, so that none is lost with the process.
 */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: standardError, sync: true }),
): Log {
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  const teller =
    (name: keyof Log): Tell =>
    (event: LogEvent, fields: LogFields = {}) => {
      logger[name](listedFields(fields), event);
    };
  return { error: teller('error'), warn: teller('warn'), info: teller('info'), debug: teller('debug') };
}
