/** A bare npm package name, with or without a scope: no path, no URL, no version. */
export const packageNamePattern = /^(?:@[a-z0-9][a-z0-9._~-]*\/)?[a-z0-9][a-z0-9._~-]*$/;
