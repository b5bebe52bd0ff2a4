/** Lets everybody go on once so many have come. */
export function barrier(size: number): () => Promise<void> {
  let open: () => void;
  const all = new Promise<void>((resolve) => (open = resolve));
  let come = 0;
  return async () => {
    come += 1;
    if (come === size) open();
    await all;
  };
}
