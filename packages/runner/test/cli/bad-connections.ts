/** What a test gives in place of a secret by mistake; no error may repeat it. */
export const secret = 'mistaken-secret-0d41';

const add = (...more: string[]) => ['connection', 'add', 'drift', '--name', 'other', ...more];
const withToken = (...more: string[]) => add('--token-env', 'TOKEN', ...more);
export const set = (setting: string) => withToken('--set', setting);
export const withApp = (...more: string[]) =>
  add('--client-id', 'app', '--client-secret-env', 'TOKEN', ...more);

/** Commands that are refused before anybody is asked, with the sentence that says why. */
export const badConnections: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    'an unknown connector',
    ['connection', 'add', 'hubspot', '--name', 'other', '--token-env', 'TOKEN'],
    /no connector "hubspot".*drift/,
  ],
  [
    'a name with a space',
    ['connection', 'add', 'drift', '--name', 'a b', '--token-env', 'TOKEN'],
    /name has 1 to 63/,
  ],
  [
    'the name of a connection of another connector',
    ['connection', 'add', 'second', '--name', 'main', '--token-env', 'TOKEN'],
    /main exists and belongs to drift/,
  ],
  ['an unknown setting', set('colour=blue'), /no setting colour.*baseUrl/],
  ['a setting of the wrong type', set('vendorBurst=many'), /vendorBurst/],
  ['a setting out of range', set('vendorBurst=-1'), /vendorBurst/],
  ['a setting without a value', set('vendorBurst'), /--set key=value/],
  [
    'a base URL at a foreign host',
    set(`baseUrl=https://${secret}.example`),
    /baseUrl must be at driftapi\.com/,
  ],
  ['a base URL without TLS', set('baseUrl=http://driftapi.com'), /baseUrl must use https/],
  ['a base URL with a password', set(`baseUrl=https://user:${secret}@driftapi.com`), /baseUrl must not hold/],
  ['a variable that is not set', add('--token-env', 'NOT_SET'), /variable named by --token-env is not set/],
  ['an empty secret', add('--token-env', 'EMPTY'), /empty value/],
  ['no credentials', add(), /Give either a token/],
  ['two kinds of credentials', withToken('--client-id', 'app'), /not both/],
  ['a port that is none', withApp('--callback-port', '99999'), /port number/],
];
