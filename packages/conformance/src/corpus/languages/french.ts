import type { NameForms, Phrasebook } from './phrasebook.js';

const named = (nominative: string, common = false): NameForms => ({
  nominative,
  ...(common && { common }),
});

/** All first names begin with a vowel, so that they may follow an elision. */
export const french: Phrasebook = {
  language: 'fr',
  firstNames: [
    named('Élodie'),
    named('Étienne'),
    named('Anaëlle'),
    named('Ousmane'),
    named('Océane'),
    named('Aurélien'),
    named('Aimé', true),
    named('Iphigénie'),
    named('Yseult'),
  ],
  lastNames: [
    named('Lefèbvre-Quéau'),
    named('N’Guessan'),
    named('Bézivin'),
    named('Delacroisière'),
    named('Le Goffic'),
    named('Traoré'),
    named('Hauteclocque'),
    named('Peyroux'),
  ],
  callingCode: '33',
  subject: [
    'Ma facture a augmenté de douze euros en mars, et personne ne sait me dire pourquoi.',
    'C’est {agent.nominative} qui m’a dit qu’il fallait dix jours.',
    'La promesse d’{agent.nominative} est écrite, et je n’ai pas aimé la suite !',
    'Merci de fermer le compte & de m’envoyer ce que vous avez <absolument tout>.',
    'Comme {agent.name} le sait, je suis client depuis 2017.',
    'Vous pouvez aussi demander à {other.name}, nous étions ensemble.',
    'Écrivez à {other.email} si je ne réponds pas.',
    'Le numéro d’{other.nominative} est le {other.phone}, mais appelez-moi d’abord.',
    'Je n’ai jamais permis qu’{relative.nominative} parle en mon nom.',
    'Le colis est arrivé chez {relative.full} et pas chez moi.',
    'Je m’appelle {subject.full}, et mon adresse n’a pas changé.',
    'Pourquoi {agent.email} était en copie de ma réclamation ?',
  ],
  agent: [
    'Bonjour {subject.full}, c’est {agent.nominative} du service facturation.',
    'J’ai demandé à {colleague.name} de regarder.',
    '{colleague.nominative} vous appelle demain depuis le {colleague.phone}.',
    'Nous avons écrit à {subject.email} la semaine dernière.',
    'Selon la lettre d’{other.nominative}, le colis était à côté.',
    'En cas d’urgence, écrivez à Mme {colleague.last}, {colleague.email}.',
    'Le livreur répond au {outsider.phone} ou à {outsider.email}.',
    'Merci de votre patience, {subject.nominative}.',
  ],
  otherPerson: [
    'Ici {other.name}, on me demande ma version.',
    'J’ai signé parce que {subject.nominative} était en voyage.',
    'Je réponds au {other.phone} après dix-huit heures.',
    '{relative.name} peut en témoigner.',
    'Retirez {other.email} de la liste, merci.',
  ],
  bot: ['Bonjour ! Je suis un robot. Que puis-je faire pour vous ?', 'Je vous passe un collègue.'],
  note: [
    '{other.name} semble être le vrai titulaire du compte.',
    'Attention : {colleague.nominative} a eu le même cas, voir {other.email}.',
    'Rien dit à {relative.nominative}.',
  ],
  attribution: 'Le mar. 3 mars 2026 à 14:07, {author.full} <{author.address}> a écrit :',
  headers: [
    'De : {author.full} <{author.address}>',
    'Envoyé : mardi 3 mars 2026 14:07',
    'À : {subject.full} <{subject.email}>; {agent.lastFirst} <{agent.address}>',
    'Cc : {outsider.full} <{outsider.address}>',
    'Objet : Votre facture',
  ],
  signature: ['Cordialement,', '{author.full}', 'Tél. : {author.phone}', 'Courriel : {author.email}'],
};
