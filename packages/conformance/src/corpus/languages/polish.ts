import type { NameForms, Phrasebook } from './phrasebook.js';

/** All cases differ in Polish, and some change the stem. */
function named(...[nominative, genitive, dative, accusative, instrumental]: Cases): NameForms {
  return { nominative, genitive, dative, accusative, instrumental };
}

type Cases = readonly [string, string, string, string, string];

export const polish: Phrasebook = {
  language: 'pl',
  firstNames: [
    named('Katarzyna', 'Katarzyny', 'Katarzynie', 'Katarzynę', 'Katarzyną'),
    named('Zbigniew', 'Zbigniewa', 'Zbigniewowi', 'Zbigniewa', 'Zbigniewem'),
    named('Marek', 'Marka', 'Markowi', 'Marka', 'Markiem'),
    named('Agnieszka', 'Agnieszki', 'Agnieszce', 'Agnieszkę', 'Agnieszką'),
    named('Łukasz', 'Łukasza', 'Łukaszowi', 'Łukasza', 'Łukaszem'),
    named('Jadwiga', 'Jadwigi', 'Jadwidze', 'Jadwigę', 'Jadwigą'),
    named('Wojciech', 'Wojciecha', 'Wojciechowi', 'Wojciecha', 'Wojciechem'),
    { ...named('Róża', 'Róży', 'Róży', 'Różę', 'Różą'), common: true },
  ],
  lastNames: [
    named('Kowalska', 'Kowalskiej', 'Kowalskiej', 'Kowalską', 'Kowalską'),
    named(
      'Brzęczyszczykiewicz',
      'Brzęczyszczykiewicza',
      'Brzęczyszczykiewiczowi',
      'Brzęczyszczykiewicza',
      'Brzęczyszczykiewiczem',
    ),
    named('Wiśniewski', 'Wiśniewskiego', 'Wiśniewskiemu', 'Wiśniewskiego', 'Wiśniewskim'),
    named('Dąbrowa-Łęcka', 'Dąbrowy-Łęckiej', 'Dąbrowie-Łęckiej', 'Dąbrowę-Łęcką', 'Dąbrową-Łęcką'),
    named('Zieliński', 'Zielińskiego', 'Zielińskiemu', 'Zielińskiego', 'Zielińskim'),
    named('Szczepaniak', 'Szczepaniaka', 'Szczepaniakowi', 'Szczepaniaka', 'Szczepaniakiem'),
    named('Gołąb', 'Gołębia', 'Gołębiowi', 'Gołębia', 'Gołębiem'),
    named('Tuchołka', 'Tuchołki', 'Tuchołce', 'Tuchołkę', 'Tuchołką'),
    named('von Treskow', 'von Treskow', 'von Treskow', 'von Treskow', 'von Treskow'),
  ],
  nicknames: ['Kubuś', 'Zbyszko', 'Ziutek', 'Jagusia', 'Wojtas', 'Gosiek'],
  callingCode: '48',
  subject: [
    'Mój rachunek wzrósł w marcu o dwanaście złotych i nikt nie umie powiedzieć dlaczego.',
    'To {agent.nominative} mówi, że potrwa to dziesięć dni.',
    'Obietnicę {agent.genitive} mam na piśmie, a róża na paczce była złamana!',
    'Proszę zamknąć konto & przysłać mi wszystko, co macie <naprawdę wszystko>.',
    'Jak wie {agent.name}, kupuję u was od 2017 roku.',
    'Możecie też zapytać {other.accusative}, byliśmy tam razem.',
    'Piszcie na {other.email}, jeśli nie odpowiem.',
    'Numer {other.genitive} to {other.phone}, ale najpierw dzwońcie do mnie.',
    'Nigdy nie pozwoliłam {relative.dative} mówić w moim imieniu.',
    'Rozmawiałam z {relative.fullInstrumental} o tej paczce.',
    'Nazywam się {subject.full} i mój adres się nie zmienił.',
    'Dlaczego {agent.email} dostaje kopię mojej reklamacji?',
    'Ta strona to {other.link} o ile wiem.',
    'Pytałam, a {colleague.nickname} milczy i cześć {agent.lower}, nadal czekam!',
  ],
  agent: [
    'Dzień dobry, {subject.full}, tu {agent.nominative} z działu faktur.',
    'Sprawę przekazuję {colleague.fullDative} jeszcze dziś.',
    'Proszę czekać na telefon od {colleague.genitive}, numer {colleague.phone}.',
    'W zeszłym tygodniu pisaliśmy na {subject.email}.',
    'Według listu {other.fullGenitive} paczka leżała obok.',
    'W pilnych sprawach proszę pisać na {colleague.email}.',
    'Kurier odbiera pod {outsider.phone} lub {outsider.email}.',
    'Dziękuję za cierpliwość.',
    'Notatki, które prowadzi {colleague.nickname}, są na razie pod {colleague.link} u nas.',
  ],
  otherPerson: [
    'Tu {other.name}, mam dopisać swoją wersję.',
    'Paczkę odebrałam, bo {subject.nominative} była w pracy.',
    'Po osiemnastej odbieram pod {other.phone}.',
    'Widział to też ktoś inny: {relative.name}.',
    'Proszę usunąć {other.email} z listy.',
  ],
  bot: ['Cześć! Jestem automatem. Co mogę dla Ciebie zrobić?', 'Łączę z konsultantem.'],
  note: [
    '{other.name} wygląda na właściciela konta.',
    'Uwaga: u {colleague.genitive} była taka sama sprawa, zob. {other.email}.',
    'Nic nie mówić {relative.dative}.',
  ],
  attributions: [
    'W dniu wt., 3.03.2026 o 14:07 {author.full} <{author.address}> napisał(a):',
    'Dnia 3 marca 2026 14:07 {author.full} <{author.address}> napisał(a):',
    'wt., 3 mar 2026 o 14:07 "{author.lastFirst}" <{author.address}> napisał(a):',
  ],
  headers: [
    [
      'Od: {author.full} <{author.address}>',
      'Wysłano: wtorek, 3 marca 2026 14:07',
      'Do: {subject.full} <{subject.email}>; {agent.lastFirst} <{agent.address}>',
      'DW: {outsider.full} <{outsider.address}>',
      'Temat: Rachunek',
    ],
    [
      '-----Wiadomość oryginalna-----',
      'Od: "{author.lastFirst}" [mailto:{author.address}]',
      'Data: 3 marca 2026 14:07:22 CET',
      'Do: {subject.address}, {agent.address}',
      'Odpowiedz do: {outsider.full} <{outsider.address}>',
      'Temat: ODP: Rachunek',
    ],
  ],
  signatures: [
    ['Pozdrawiam', '{author.full}', 'Tel. {author.phone}', 'Mail: {author.email}'],
    ['Pozdrawiam, {author.nominative}', '{author.initialled} | Obsługa klienta | {author.phone}'],
    ['{author.nickname} ({author.full})', 'Kom. {author.phone}, faks {author.phone}'],
  ],
};
