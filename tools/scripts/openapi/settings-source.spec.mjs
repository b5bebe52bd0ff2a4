import { describe, expect, it } from '@jest/globals';
import { settingsOf, settingsSource } from './settings-source.mjs';

const description = {
  'x-settings': {
    baseUrl: {
      type: 'string',
      default: 'https://api.vendor.example',
      description: 'Where the API answers.',
      pattern: '^https?:',
      mustBe: 'a URL',
    },
    region: { type: 'string', default: 'us', description: 'Where the account lives.', values: ['us', 'eu'] },
    pause: { type: 'number', default: 60, description: 'Seconds.', minimum: 1, maximum: 3600 },
    suppress: { type: 'boolean', default: false, description: 'Whether.' },
  },
};

describe('the settings of a description', () => {
  it('go to the manifest without what only validates', () => {
    const { baseUrl, region } = settingsOf(description);
    expect(baseUrl).toEqual({
      type: 'string',
      default: 'https://api.vendor.example',
      description: 'Where the API answers.',
    });
    expect(region.values).toEqual(['us', 'eu']);
    expect(settingsOf({})).toEqual({});
  });

  it('become a class that validates them and has their defaults', () => {
    const source = settingsSource(description);
    expect(source).toContain(
      "import { IsBoolean, IsIn, IsNumber, IsString, Matches, Max, Min } from 'class-validator';",
    );
    for (const member of [
      '  @IsString()\n  @Matches(/^https?:/, { message: "$property must be a URL" })\n  baseUrl: string = vendor.settings.baseUrl.default;',
      '  @IsString()\n  @IsIn(["us","eu"])\n  region: string = vendor.settings.region.default;',
      '  @IsNumber()\n  @Min(1)\n  @Max(3600)\n  pause: number = vendor.settings.pause.default;',
      '  @IsBoolean()\n  suppress: boolean = vendor.settings.suppress.default;',
    ])
      expect(source).toContain(member);
  });
});
