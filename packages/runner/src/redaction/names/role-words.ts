/** Words of a display name by which it is an organisation's or a function's, such as "Acme Support". */
export const organisationWords: ReadonlySet<string> = new Set(
  [
    'bot robot support team service services customer care help helpdesk desk sales admin administrator info billing',
    'office operator assistant staff kundendienst kundenservice equipe servicio cliente atencion obsluga klienta zespol',
    'gmbh inc ltd llc corp company group',
  ]
    .join(' ')
    .split(' '),
);

/** Words of a display name that name nobody. */
export const roleWords: ReadonlySet<string> = new Set([
  ...organisationWords,
  ...[
    'agent person contact user unknown guest visitor mr mrs ms miss dr prof sir madam herr frau monsieur madame mme',
    'senor senora sr sra jr ii iii iv pan pani',
    'the and und et y von van der den de del della di da la le el los las du des dos ter ten af av zu zum zur bin ibn al abu o d l',
    'via at im re fw fwd aw',
  ]
    .join(' ')
    .split(' '),
]);
