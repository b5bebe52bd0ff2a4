import type { Source } from '@privacy-connectors/core';

const page = (name: string) => `https://devdocs.drift.com/docs/${name}`;

/** Where the facts of this connector come from; `openapi/drift.yaml` names the source of each call and field. */
export const sources = [
  { title: 'Authentication and scopes', url: page('authentication-and-scopes'), confidence: 'documented' },
  { title: 'Token information', url: page('get-token-information'), confidence: 'documented' },
  { title: 'Retrieving a contact', url: page('retrieving-contact'), confidence: 'documented' },
  { title: 'Contact errors', url: page('contact-errors'), confidence: 'documented' },
  {
    title: 'Listing conversations, style with `next`',
    url: page('listing-conversations'),
    confidence: 'documented',
  },
  {
    title: 'Listing conversations, style with `page_token`',
    url: page('list-conversations'),
    confidence: 'documented',
  },
  { title: 'Retrieving a conversation', url: page('retrieve-a-conversation'), confidence: 'documented' },
  { title: 'Message model', url: page('message-model'), confidence: 'documented' },
  { title: 'GDPR deletion', url: page('gdpr-deletion'), confidence: 'documented' },
  {
    title: 'GDPR scopes and who may hold them',
    url: page('automating-gdpr-retrieval-and-deletion'),
    confidence: 'documented',
  },
  {
    title: 'Paging of messages, list of users',
    url: 'https://github.com/Driftt/Drift-Bulk-Export-Transcript',
    confidence: 'client',
  },
  {
    title: 'Attachments, first call with a blank `page_token`',
    url: 'https://github.com/Driftt/drift-python',
    confidence: 'client',
  },
  {
    title: 'Scopes per request type, leaky bucket',
    url: 'https://docs.datagrail.io/docs/integrations/api-documentation/drift',
    confidence: 'client',
  },
  {
    title:
      'Rate limit: Drift publishes no figure; 5 requests a second and a burst of 10 are cautious guesses',
    confidence: 'inferred',
  },
  {
    title: 'A conversation of a contact is never older than the contact, but for merges',
    confidence: 'inferred',
  },
] as const satisfies readonly Source[];
