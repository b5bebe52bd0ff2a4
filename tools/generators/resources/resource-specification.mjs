/**
 * The entry of a resource in the manifest. What nobody said stays empty, and the conformance kit asks for it.
 */
export function specificationOf({ name, lookup, parent, erasure, binary }) {
  return {
    title: titleOf(name),
    description: '',
    dataCategories: [],
    lookup,
    ...(parent === undefined ? {} : { parent }),
    // A promise of order is the vendor's to make: without one the listing is read to its end.
    ...(lookup === 'scan' ? { scanOrder: 'none' } : {}),
    binary,
    erasure,
    vendorKeeps: '',
  };
}

function titleOf(name) {
  const words = name.replaceAll('_', ' ');
  return `${words[0].toUpperCase()}${words.slice(1)}`;
}
