/** The name of the package's format, in its manifest. */
export const formatName = 'privacy-connectors/access-package';

/** Raised whenever programs that read packages have to know. */
export const formatVersion = 2;
