import { createHash } from 'node:crypto';
import { markup, type Markup } from './markup.js';
import { pageScript } from './page-script.js';
import { styleSheet } from './style-sheet.js';

/** Only this script, this style sheet and pictures of the package; everything else is forbidden to a page. */
const policy = [
  "default-src 'none'",
  `script-src '${hashOf(pageScript)}'`,
  `style-src '${hashOf(styleSheet)}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf({ text }: Markup): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** A page up to the opened body. */
export function documentHead(title: string): Markup {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${styleSheet}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the data</a>
`;
}

/** A page from its footer to its end. */
export function documentEnd(words: Markup): Markup {
  return markup`<footer><p>Times are in this time zone: <span data-zone>UTC</span>. ${words}</p></footer>
<script>${pageScript}</script>
</body>
</html>
`;
}
