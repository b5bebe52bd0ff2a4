/** The document that a call of {@link ServiceClient.api} was answered with. */
export async function answerOf<Data>(
  call: Promise<{ readonly data?: Data }>,
): Promise<Exclude<Data, undefined>> {
  const { data } = await call;
  // A call that was not carried out throws, so that there is always a document.
  return data as Exclude<Data, undefined>;
}
