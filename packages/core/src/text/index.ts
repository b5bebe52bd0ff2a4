export { plainText } from './plain-text.js';
