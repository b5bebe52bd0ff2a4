/** The data subject of the requests; no error may repeat it. */
export const email = 'grace.hopper@example.com';

/** Ids of requests, and a folder to write to. */
export interface RequestSite {
  readonly ended: string;
  readonly open: string;
  readonly cancelled: string;
  readonly folder: string;
}

/** Commands about requests that are refused, with the sentence that says why. */
export const badRequests: readonly (readonly [string, (site: RequestSite) => readonly string[], RegExp])[] = [
  ['a malformed e-mail', () => ['request', 'access', '--email', `${email}@@`], /e-mail/i],
  ['an empty e-mail', () => ['request', 'delete', '--email', ''], /e-mail/i],
  [
    'an unknown connection',
    () => ['request', 'access', '--email', email, '--connection', 'nowhere'],
    /no connection nowhere/,
  ],
  [
    'an unknown id',
    () => ['request', 'show', '00000000-0000-4000-8000-000000000000'],
    /no request with this id/,
  ],
  ['what is no id', () => ['request', 'wait', email], /no request with this id/],
  [
    'an id that is too short',
    ({ ended }) => ['request', 'show', ended.slice(0, 5)],
    /no request with this id/,
  ],
  [
    'an id that several requests begin with',
    ({ ended }) => ['request', 'show', ended.slice(0, 8)],
    /Several requests begin/,
  ],
  ['an approval of an access request', ({ open }) => ['request', 'approve', open], /needs no approval/],
  [
    'an approval of a cancelled request',
    ({ cancelled }) => ['request', 'approve', cancelled],
    /no plan waiting/,
  ],
  ['a cancellation of an ended request', ({ ended }) => ['request', 'cancel', ended], /ended already/],
  [
    'an export of an unfinished request',
    ({ open, folder }) => ['request', 'export', open, '--out', `${folder}/x.zip`],
    /request wait/,
  ],
  [
    'an export of a deletion',
    ({ cancelled, folder }) => ['request', 'export', cancelled, '--out', `${folder}/x.zip`],
    /Only an access request/,
  ],
  [
    'an export to a missing folder',
    ({ ended, folder }) => ['request', 'export', ended, '--out', `${folder}/no/x.zip`],
    /folder/,
  ],
  ['the removal of a connection that is in use', () => ['connection', 'remove', 'main'], /not finished/],
  ['a test of an unknown connection', () => ['connection', 'test', 'nowhere'], /no connection nowhere/],
  ['an unknown command', () => ['request', 'forget'], /unknown command/i],
];
