import type { NotCovered } from '@privacy-connectors/core';

const mailedExport =
  "Ask for Drift's own export on the Data Privacy page of its settings; Drift mails it to the owner of the organisation.";

/** Personal data at Drift that its API cannot give or erase. */
export const notCovered = [
  {
    what: 'Timeline events of a contact',
    why: 'Drift lets apps write them and offers no call to read them.',
    remedy: mailedExport,
    capability: 'access',
  },
  {
    what: 'Enrichment about a contact or its company that is not among the contact attributes',
    why: 'Drift offers no call to read it.',
    remedy: mailedExport,
    capability: 'access',
  },
  {
    what: 'History of playbooks and of visited pages, beyond the pages among the contact attributes',
    why: 'Drift offers no call to read it.',
    remedy: mailedExport,
    capability: 'access',
  },
  {
    what: 'E-mails sent to the contact and views of videos',
    why: 'Drift offers no call to read them.',
    remedy: mailedExport,
    capability: 'access',
  },
  {
    what: 'Meetings booked in a conversation',
    why: 'Drift lists meetings of the last 30 days only, and older ones cannot be read.',
    remedy: `${mailedExport} Look for older meetings in the calendars of the agents.`,
    capability: 'access',
  },
  {
    what: "Drift's own complete export",
    why: 'It is mailed to the owner of the organisation and never returned by the API.',
    remedy: mailedExport,
    capability: 'access',
  },
  {
    what: 'The account of a person who is a Drift user (an employee)',
    why: 'Requests find visitors; what an employee did as an agent is not read.',
    remedy: 'Export it from the user settings of Drift.',
    capability: 'access',
  },
  {
    what: 'Names of agents, without the scope user_read, where the granted scopes are not known, or where Drift does not tell its users',
    why: 'Conversations and messages name agents by id alone, so their names stay where they stand in a text.',
    remedy:
      'Grant user_read to the app and authorise the connection again, or review the conversations before they are handed over.',
    capability: 'access',
  },
  {
    what: 'Names of contacts other than the data subject in their conversations',
    why: 'Conversations and messages name contacts by id alone, and only those of the data subject are read, so names of others stay where they stand in a text.',
    remedy: 'Review the conversations before they are handed over.',
    capability: 'access',
  },
  {
    what: 'Contacts without the e-mail whose chat text holds it',
    why: 'Drift cannot search the text of conversations.',
    remedy: "Search for the e-mail in Drift's own search.",
    capability: 'access',
  },
  {
    what: 'Contacts without the e-mail whose chat text holds it',
    why: 'Drift erases by the e-mail of the contact and cannot search the text of conversations.',
    remedy:
      "Search for the e-mail in Drift's own search, give those contacts the e-mail and run the deletion again.",
    capability: 'deletion',
  },
  {
    what: 'Copies that Drift synchronised to other systems, such as a CRM, and messages forwarded by e-mail',
    why: 'Drift does not say that its erasure reaches them.',
    remedy: 'Run the deletion in those systems as well.',
    capability: 'deletion',
  },
  {
    what: 'Conversations, messages and attachments, one by one',
    why: 'Drift gives no report of an erasure. It is confirmed by the absence of the contacts alone.',
    remedy:
      'None is needed if the absence of the contacts is proof enough; otherwise ask Drift for a confirmation.',
    capability: 'deletion',
  },
] as const satisfies readonly NotCovered[];
