import type { RequestView } from '../../application/views/request-view.js';
import { command, type Lines, paragraph } from '../output/layout.js';
import { formatDate } from './format.js';

/** A request that nobody carries out yet, and how to do that. */
export function requestRecorded(request: RequestView): Lines {
  return [
    ...paragraph(`Recorded: ${request.type} request ${request.id}, due ${formatDate(request.dueAt)}.`),
    'Carry it out with:',
    command(`dsr request wait ${request.id}`),
  ];
}
