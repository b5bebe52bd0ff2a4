/** The one person that a vendor knows. */
export const email = 'grace.hopper@example.com';

/** What it holds of them. */
export const vendorOfOne = {
  subjects: [
    { email, contacts: 2, conversations: 6, messagesPerConversation: 120, attachmentsPerConversation: 1 },
  ],
  conversations: 12,
  strangers: 5,
};

/** The outcomes of an access request that finds all of it. */
export const everything = [
  'contacts exported 2',
  'conversations exported 6',
  'messages exported 720',
  'attachments exported 6',
];
