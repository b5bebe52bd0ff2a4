import { steps } from '../../markdown/list.mjs';
import { text } from '../../markdown/text.mjs';
import { resourcesInOrder } from '../../words/resource-order.mjs';
import { consumed } from './consumed.mjs';

/** An access request, a step per resource. */
export function accessSteps(manifest) {
  return steps(resourcesInOrder(manifest).map(([, resource]) => step(manifest, resource)));
}

function step(manifest, resource) {
  return [`**${text(resource.title)}.**`, reached[resource.lookup](manifest, resource), file(resource)]
    .filter((part) => part !== '')
    .join(' ');
}

const reached = {
  locate: (manifest) =>
    `Find them by ${consumed(manifest)}, check again that each one matches exactly, and read each, page by page.`,
  scan: (manifest, resource) =>
    `The vendor can only list all of them, for everyone: read the list page by page into an index of ids${early(resource)}. Read those of the ${ownerOf(manifest, resource)}, and verify the owner of each before it is exported.`,
  parent: (manifest, resource) =>
    `Read those that the records of the ${ownerOf(manifest, resource)} name, page by page.`,
};

function early({ scanOrder }) {
  return scanOrder === 'updated_descending'
    ? ', newest first, and stop where nothing older can be of this person'
    : '';
}

function ownerOf({ resources }, { parent }) {
  return parent === undefined ? 'data subject' : text(resources[parent].title).toLowerCase();
}

function file({ binary }) {
  return binary ? 'Download the file of each as a stream.' : '';
}
