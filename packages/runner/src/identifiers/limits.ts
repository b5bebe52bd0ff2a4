/** Identifiers a request is searched by, those it names included: who has more is several people, or a mistake. */
export const searchedPerRequest = 50;

/** Times that what was found may lead to more. */
export const roundsPerRequest = 5;

/** Identifiers that are kept in order to be reported; a vendor could send any number. */
export const keptPerRequest = 1000;

/** Characters of a value that is no e-mail and no phone. */
export const longestValue = 255;
