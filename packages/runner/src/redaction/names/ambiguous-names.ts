/** Names that are words of English, folded. */
export const englishWords: ReadonlySet<string> = new Set(
  [
    'will mark rose may grace hope faith joy bill art rich grant chase chance pat rob sue bob jack dick june april august',
    'summer autumn dawn eve holly ivy lily daisy iris olive ruby pearl amber jade crystal gene ray jay skip buck rusty sandy',
    'stormy sunny misty rocky cliff dale glen heath forest brook river lake miles max drew wade chuck nick guy lance pierce norm',
    'angel charity clay cash carol melody harmony destiny victor major duke earl king prince dean page paige penny peg rod',
    'reed reid robin jean van don dan tom ben sam ed al la le de da di el en und der die das',
    'long short young old brown green white black gray grey gold silver baker cook carpenter cooper fisher mason miller smith',
    'taylor turner walker weaver hill wood woods stone field fields rivers lane street day week price field little small best',
  ]
    .join(' ')
    .split(' '),
);

/**
 * Names that are words too, in the languages we test with, folded. In lower case they are taken for the word. The list costs
 * precision where it is too short; it never keeps a name that is written with a capital.
 */
export const ambiguousNames: ReadonlySet<string> = new Set([
  ...englishWords,
  ...[
    'good love strong stark sharp wise noble bishop pope knight page banks bell bird fox wolf lamb hart rush case love post',
    'stein koch kaiser konig winter sommer herbst fruhling montag sonntag klein gross lang kurz jung alt schwarz weiss roth braun',
    'sonne wolf fuchs vogel baum berg bach feld wald engel kraft ernst wille mut rose rosen heide viola mai mark',
    'pierre rose claire blanche reine aime aimee ange bien bon bonne petit grand legrand blanc noir roux brun cher',
    'olive violette iris jade perle prune cerise clemence constance france fleur gentil luc marin olivier parfait',
    'luz paz sol mar rosa flor angel jesus cruz leon rubio blanco moreno delgado bravo guerra campo rio rey reyes iglesias',
    'dolores consuelo pilar rocio soledad esperanza victoria paloma alba nieves estrella linda',
    'вера веры вере веру верои надежда надежды надежде надежду любовь любви любовью роман романа романе слава славы славе славу',
    'лев мир мира мире роза розы розу лилия лилии',
    'roza kalina malina jagoda wiara nadzieja milosc zima lato wiosna jesien kot lis wilk baran sokol mucha maj nowak pokoj gruszka',
  ]
    .join(' ')
    .split(' '),
]);

/** Words after which, at the beginning of a sentence, such a name is the English verb or noun: "Will you …", "Mark this …". */
export const followingWords: ReadonlySet<string> = new Set(
  [
    'i you he she it we they this that these those there the a an my your his her its our their be not any anyone anybody',
    'someone somebody everything all both the as',
  ]
    .join(' ')
    .split(' '),
);

/** Words before a name in chats: after them it is one, also in lower case. */
export const cueWords: ReadonlySet<string> = new Set(
  [
    'hi hello hey dear thanks thank thx cheers mr mrs ms dr hallo hi liebe lieber danke moin servus gruss herr frau herrn bonjour',
    'salut merci cher chere cordialement hola gracias estimado estimada querido querida senor senora saludos czesc dzien dziekuje',
    'dzieki drogi droga szanowny szanowna pan pani pana pozdrawiam ciao caro cara gracie grazie ola obrigado obrigada',
  ]
    .join(' ')
    .split(' '),
);
