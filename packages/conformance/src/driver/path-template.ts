/** Whether a URL is one of a template such as `https://vendor.example/contacts/{contactId}`, whatever its query. */
export function matchesTemplate(template: string, url: string): boolean {
  const wanted = template.split('/');
  const given = url.replace(/[?#].*$/s, '').split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith('{') || part === given[index])
  );
}
