export { Builds, type Build } from './builds.js';
export type { PackageRecord, PackageSection, PackageSource } from './package-source.js';
export { writePackage, type WrittenPackage } from './write-package.js';
export { encrypted } from './encrypted.js';
export { encrypterFor, mostRecipients } from './recipients.js';
export { PackageStream, type ByteRange } from './package-stream.js';
