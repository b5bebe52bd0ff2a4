/** What kinds of data belong together for a reader, in the order of the overview; the longest matching prefix decides. */
const groups: readonly { readonly title: string; readonly prefixes: readonly string[] }[] = [
  {
    title: 'Who you are and how to reach you',
    prefixes: ['user', 'user.name', 'user.contact', 'user.account', 'user.unique_id', 'user.government_id'],
  },
  { title: 'What you wrote and shared', prefixes: ['user.content'] },
  { title: 'What you did', prefixes: ['user.behavior', 'user.social', 'user.social_activity'] },
  {
    title: 'Your devices and where you were',
    prefixes: ['user.device', 'user.location', 'user.telemetry', 'user.sensor', 'user.user_sensor'],
  },
  { title: 'Payments and money', prefixes: ['user.payment', 'user.financial'] },
  { title: 'Your work', prefixes: ['user.workplace', 'user.job_title', 'user.professional_information'] },
  {
    title: 'Health, beliefs and other sensitive data',
    prefixes: [
      ...['user.health', 'user.health_and_medical', 'user.biometric', 'user.biometrics', 'user.demographic'],
      ...['user.children', 'user.childrens', 'user.criminal_history'],
    ],
  },
  {
    title: 'Your settings and permissions',
    prefixes: ['user.settings', 'user.privacy_preferences', 'user.authorization'],
  },
];

/** Where data stands that is of no known category. */
const otherGroup = 'Other data';

/** The titles of all groups, in the order of the overview. */
export const groupTitles: readonly string[] = [...groups.map(({ title }) => title), otherGroup];

/** The group of a resource, by the first of its categories: the one that its connector names as the main one. */
export function groupOf([category]: readonly string[]): string {
  for (let prefix = category ?? ''; prefix !== ''; prefix = broader(prefix)) {
    const found = groups.find(({ prefixes }) => prefixes.includes(prefix));
    if (found !== undefined) return found.title;
  }
  return otherGroup;
}

function broader(category: string): string {
  return category.slice(0, Math.max(0, category.lastIndexOf('.')));
}
