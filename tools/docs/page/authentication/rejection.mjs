import { enumeration } from '../../words/enumeration.mjs';

/** With which statuses the vendor answers a credential that is dead. */
export function rejection({ rejectionStatuses }) {
  return `Answered with ${enumeration(rejectionStatuses.map(String))}.`;
}
