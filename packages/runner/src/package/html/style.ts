import { createHash } from 'node:crypto';
import { markup, type Markup } from './markup.js';
import { styleSheet } from './style-sheet.js';

/** Only this style sheet may apply; everything else, scripts first, is forbidden to the page. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(styleSheet.text).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The page up to the opened body. */
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
