/** Tells a person who opens the file where to change it. Not shown on the page. */
export const generatedMark = '<!-- Generated from the manifests by `npm run generate`. Do not edit. -->';
