const USES = ['connection', 'disconnection', 'access', 'deletion'];

/** What keeps an operation of a description from being declared in the manifest, each a sentence with the way out. */
export function operationProblems({ route, method, operation }) {
  const { operationId } = operation;
  if (!isText(operationId)) return [`${route} has no operationId: give it one.`];
  return rules
    .filter(({ holds }) => !holds(operation, method))
    .map(({ otherwise }) => `${operationId} (${route}) ${otherwise}`);
}

/** Operations that are only described, for the simulator say, have no other rule to keep. */
const rules = [
  {
    holds: ({ 'x-used-for': uses }) => isListOf(uses, USES),
    otherwise: `needs x-used-for: a list of ${USES.join(', ')}, or [] when the connector never calls it.`,
  },
  ...[
    {
      holds: ({ summary }) => isText(summary),
      otherwise: 'needs summary: what the connector calls it for, in a sentence.',
    },
    {
      holds: ({ 'x-scopes': scopes }) => isListOfTexts(scopes),
      otherwise: 'needs x-scopes: a list of scopes of which one must be granted, or [] when it needs none.',
    },
    {
      holds: ({ 'x-idempotent': idempotent }, method) =>
        typeof idempotent === 'boolean' ||
        (idempotent === undefined && ['get', 'put', 'delete'].includes(method)),
      otherwise:
        'needs x-idempotent: true when sending it twice does no more than sending it once, or false.',
    },
    {
      holds: ({ 'x-rate-limit': limit }) => isText(limit) || isConditional(limit),
      otherwise:
        'needs x-rate-limit: the name of a limit class, or {class, when: [{query, contains, class}]} with a name for each class.',
    },
  ].map(({ holds, otherwise }) => ({
    holds: (operation, method) => isUnused(operation) || holds(operation, method),
    otherwise,
  })),
];

/** Whether the description says that the connector never calls an operation. */
export function isUnused({ 'x-used-for': uses }) {
  return Array.isArray(uses) && uses.length === 0;
}

function isConditional(limit) {
  if (typeof limit !== 'object' || limit === null) return false;
  return isText(limit.class) && Array.isArray(limit.when) && limit.when.every(isCondition);
}

function isCondition(condition) {
  const { query, contains, class: name } = condition ?? {};
  return isText(query) && isText(name) && (contains === undefined || isText(contains));
}

function isListOf(list, words) {
  return Array.isArray(list) && list.every((word) => words.includes(word));
}

function isListOfTexts(list) {
  return Array.isArray(list) && list.every(isText);
}

function isText(value) {
  return typeof value === 'string' && value.trim() !== '';
}
