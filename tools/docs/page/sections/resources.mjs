import { blocks } from '../../markdown/blocks.mjs';
import { code, codes } from '../../markdown/code.mjs';
import { table } from '../../markdown/table.mjs';
import { text } from '../../markdown/text.mjs';

const fideslang =
  'Data categories are those of [fideslang](https://ethyca.github.io/fideslang/taxonomy/data_categories/).';

/** The kinds of data, and what they tell about a person. */
export function resources({ manifest }) {
  const rows = Object.entries(manifest.resources).map(row);
  return blocks(table(['Resource', 'Description', 'Data categories'], rows, 'There are none.'), fideslang);
}

function row([name, { title, description, dataCategories }]) {
  return [`${text(title)} (${code(name)})`, text(description), codes(dataCategories)];
}
