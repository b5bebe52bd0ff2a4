import type { Source } from '@privacy-connectors/core';

const reference = 'https://developers.intercom.com/docs/references';
const guide = 'https://developers.intercom.com/docs/build-an-integration/learn-more';

/** Where the facts of this connector come from; `openapi/intercom.yaml` names the source of each call. */
export const sources = [
  { title: 'REST API 2.16', url: `${reference}/2.16/rest-api/api.intercom.io`, confidence: 'documented' },
  {
    title: 'OpenAPI description, for comparison',
    url: 'https://github.com/intercom/Intercom-OpenAPI',
    confidence: 'documented',
  },
  { title: 'OAuth', url: `${guide}/authentication/setting-up-oauth`, confidence: 'documented' },
  { title: 'Permissions', url: `${guide}/authentication/oauth-scopes`, confidence: 'documented' },
  { title: 'Paging', url: `${guide}/rest-apis/pagination`, confidence: 'documented' },
  {
    title: 'Rate limits and their headers',
    url: `${reference}/2.17/rest-api/errors/rate-limiting`,
    confidence: 'documented',
  },
  {
    title: 'Deleting people',
    url: 'https://www.intercom.com/help/en/articles/1815435',
    confidence: 'documented',
  },
  { title: 'Tokens do not expire', url: 'https://community.intercom.com', confidence: 'client' },
  {
    title: 'Data found and deleted for a request',
    url: 'https://docs.datagrail.io/docs/integrations/api-documentation/intercom',
    confidence: 'client',
  },
  {
    title: 'Ids of permissions that no page names are built like those that one does',
    confidence: 'inferred',
  },
] as const satisfies readonly Source[];
