import { names } from '@nx/devkit';
import { parseRateLimits } from '../rate-limits/parse-rate-limit.mjs';
import { parseResources } from '../resources/parse-resource.mjs';
import { listOf } from '../text/list.mjs';
import { ensure } from '../text/refusal.mjs';

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const TITLE = /^[\p{L}\p{N}][\p{L}\p{N} .,&'+-]*$/u;
const AUTH = ['oauth2', 'oauth2-permanent', 'api-key', 'static'];
/** Assumed when nobody says what the vendor allows. */
const CAUTIOUS = { name: 'all', limits: [{ requestsPerSecond: 1, burst: 1 }], per: 'connection' };
const IDENTIFIERS = ['email', 'phone', 'user_id', 'external_id'];

/** Reads the words of the options; a question that was answered with nothing leaves its option empty. @throws Refusal for what cannot be. */
export function readOptions(options) {
  const { vendor, title, auth } = options;
  const resources = parseResources(listOf(options.resources));
  ensure(
    ID.test(vendor),
    `"${vendor}" cannot be the id of a vendor: use lower-case words joined by hyphens, such as pigeon-post.`,
  );
  ensure(TITLE.test(title), `"${title}" cannot be a title: write the vendor's name as it is spoken of.`);
  ensure(AUTH.includes(auth), `The auth kind "${auth}" is unknown: choose one of ${AUTH.join(', ')}.`);
  ensure(
    resources.some(({ lookup }) => lookup === 'locate'),
    'No resource is found from an identifier: give one the lookup locate, as in contacts:locate.',
  );
  return {
    ...connectorNames(vendor),
    ...{ title, auth, resources },
    keyHeader: options.keyHeader ?? '',
    identifiers: readIdentifiers(options),
    ...readRateLimits(options),
    operations: readOperations(options),
  };
}

/** What a connector of that id is called where. */
export function connectorNames(id) {
  const { className: name, propertyName: variable } = names(id);
  return { id, name, variable, root: `packages/connector-${id}` };
}

function readRateLimits(options) {
  const said = parseRateLimits(listOf(options.rateLimits));
  const limitsAreAssumed = said.length === 0;
  return { rateLimits: limitsAreAssumed ? [CAUTIOUS] : said, limitsAreAssumed };
}

function readOperations(options) {
  const operations = listOf(options.operations);
  ensure(
    operations.length === 0 || options.openapi,
    '--operations picks from an OpenAPI file: name the file with --openapi.',
  );
  return operations;
}

function readIdentifiers(options) {
  const [consumes, produces] = [listOf(options.identifiers), listOf(options.produces)];
  const unknown = [...consumes, ...produces].filter((identifier) => !IDENTIFIERS.includes(identifier));
  ensure(
    consumes.length > 0 && unknown.length === 0,
    `Name the identifiers the vendor knows people by: some of ${IDENTIFIERS.join(', ')}.${unknown.length === 0 ? '' : ` Unknown: ${unknown.join(', ')}.`}`,
  );
  return { consumes, produces };
}
