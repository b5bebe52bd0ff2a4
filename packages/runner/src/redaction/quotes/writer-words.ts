const englishMonths = 'january february march april may june july august september october november december';
const spanishMonths =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre';
const frenchMonths = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre';
const polishMonths =
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia';
const italianMonths = 'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre';

/** Months that stand between a date and the name behind it, in the languages that write the day first; folded. */
export const monthsBeforeNames: readonly string[] = [
  spanishMonths,
  frenchMonths,
  polishMonths,
  italianMonths,
].flatMap((months) => months.split(' '));

/** Words that are nobody where nothing else stands beside them, or where they have no capital; folded, in lower case. */
export const nobodies: ReadonlySet<string> = new Set([
  ...[
    'i me my as we us our you your he his she her they their who it its what the a an this that',
    'someone somebody everyone everybody nobody',
    'ich mich mir mein meine meiner dein deine wie wir uns unser unsere du sie er ihm ihr ihre ihnen es was das die der dem',
    'ein eine man jemand niemand',
    "je me mon ma mes tu ton ta il elle on nous notre vous votre ils elles leur comme ce un une quelqu'un",
    'yo mi mis tu su sus ella el nos usted lo una como que alguien',
    'ja mi moj moja ty on ona mu my wy jak co ktos',
    'io mio mia lui lei ci vi come qualcuno',
    englishMonths,
  ].flatMap((words) => words.split(' ')),
  ...monthsBeforeNames,
]);

/** Verbs with which a quotation is introduced, where they stand behind the name; folded. */
export const verbsBehind = 'wrote|schrieb|geschrieben|a ecrit|escribio|napisal|ha scritto';
/** Where they stand before it. */
export const verbsBefore = 'schrieb|hat|wrote|napisal|escribio';
