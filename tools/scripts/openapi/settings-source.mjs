/** Decorators of class-validator for what a setting says about its values. */
const checks = {
  pattern: (pattern, { mustBe }) =>
    `@Matches(/${pattern}/, { message: ${JSON.stringify(`$property must be ${mustBe}`)} })`,
  values: (values) => `@IsIn(${JSON.stringify(values)})`,
  minimum: (minimum) => `@Min(${minimum})`,
  maximum: (maximum) => `@Max(${maximum})`,
};

const types = { string: '@IsString()', number: '@IsNumber()', boolean: '@IsBoolean()' };

/** The part of `x-settings` that the manifest shows; the rest is for validation. */
export function settingsOf({ 'x-settings': settings = {} }) {
  return Object.fromEntries(
    Object.entries(settings).map(([name, { type, default: value, description, values }]) => [
      name,
      { type, default: value, description, ...(values === undefined ? {} : { values }) },
    ]),
  );
}

/**
 * The source of the class that validates the settings of a connection, from the description's `x-settings`: each has `type`,
 * `default` and `description`, and may have `values`, `minimum`, `maximum`, or a `pattern` with `mustBe` in words.
 */
export function settingsSource({ 'x-settings': settings }) {
  const members = Object.entries(settings).map(memberOf);
  const used = [...new Set(members.join('\n').match(/(?<=@)\w+/g))].toSorted();
  return `import { ${used.join(', ')} } from 'class-validator';
import { vendor } from './vendor.js';

/** Settings of a connection, validated; its initialisers are the defaults. */
export class Settings {
${members.join('\n\n')}
}
`;
}

function memberOf([name, setting]) {
  const decorators = Object.entries(checks)
    .filter(([keyword]) => setting[keyword] !== undefined)
    .map(([keyword, decorator]) => decorator(setting[keyword], setting));
  const lines = [
    types[setting.type],
    ...decorators,
    `${name}: ${setting.type} = vendor.settings.${name}.default;`,
  ];
  return lines.map((line) => `  ${line}`).join('\n');
}
