const given = ['Anna', 'Marek', 'Elodie', 'Tom', 'Noor', 'Ole', 'Ines', 'Pavel', 'Greta', 'Hugo'];
const family = [
  'Lindqvist',
  'Kowalski',
  'Lefevre',
  'Haddad',
  'Berg',
  'Moreno',
  'Novak',
  'Weiss',
  'Conti',
  'Osei',
];
const agents = 40;

/** The person who asks. */
export const subject = {
  kind: 'subject',
  names: ['Grace Hopper'],
  identifiers: [{ kind: 'email', value: 'grace.hopper@example.com' }],
};

/** Whoever of the staff answers in a conversation. */
export function agentOf(conversation) {
  return person('agent', conversation % agents, 'desk.example');
}

/** Somebody else whom a conversation is about, another one in each. */
export function relativeOf(conversation) {
  return person('other_person', agents + conversation, 'example.org');
}

function person(kind, number, host) {
  const name = `${given[number % given.length]} ${family[Math.floor(number / given.length) % family.length]}`;
  const email = `${name.toLowerCase().replace(' ', '.')}.${number}@${host}`;
  return { kind, names: [name], identifiers: [{ kind: 'email', value: email }] };
}
