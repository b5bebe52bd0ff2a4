export { corpusLanguages, corpusThreads, type CorpusOptions } from './corpus.js';
export { type CorpusMessage, type CorpusThread } from './corpus-thread.js';
export { type CorpusIdentifier, type Secret } from './identifier.js';
export { type CorpusLanguage } from './languages/phrasebook.js';
export { leaksIn, lostIn } from './scoring.js';
export { type CorpusSentence } from './sentence.js';
