/** What a request can ask of a connector, in the order of all pages. */
export const capabilityNames = ['access', 'deletion'];
