/** Languages of the corpus, by ISO 639-1 code. */
export type CorpusLanguage = 'en' | 'de' | 'fr' | 'es' | 'pl';

/** Grammatical cases in which a language writes names; `nominative` is the name as it stands on a form. */
export type NameCase = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental';

/** A first or last name in the cases that the language has; a case that is missing looks like the nominative. */
export interface NameForms {
  readonly nominative: string;
  readonly genitive?: string;
  readonly dative?: string;
  readonly accusative?: string;
  readonly instrumental?: string;
  /** True for a name that is also a word of the language, such as Will: only the capitalised word is the name. */
  readonly common?: boolean;
}

/**
 * What people write in a language. In braces stands who is named and how, e.g. `{agent.genitive}`: a case of the first name,
 * `name` (any spelling of the whole name), `full`, `last`,
 * `nickname`, `lower` (the first name as people type it in haste), `email`, `phone` or `link` (an address of a page that names them). No text has a name in it otherwise.
 */
export interface Phrasebook {
  readonly language: CorpusLanguage;
  readonly firstNames: readonly NameForms[];
  readonly lastNames: readonly NameForms[];
  /** Names that nobody guesses from the others, which vendors tell as well. */
  readonly nicknames: readonly string[];
  /** Calling code of the country, without the plus sign. */
  readonly callingCode: string;
  readonly subject: readonly string[];
  readonly agent: readonly string[];
  readonly otherPerson: readonly string[];
  readonly bot: readonly string[];
  readonly note: readonly string[];
  /** Lines above a quotation, as different programs write them. */
  readonly attributions: readonly string[];
  /** Lines above a forwarded mail. */
  readonly headers: readonly (readonly string[])[];
  readonly signatures: readonly (readonly string[])[];
}
