/** What Pigeon Post answers. */
export interface Member {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly joinedAt: number;
}

export interface Letter {
  readonly id: string;
  readonly memberId: string;
  readonly subject: string;
  readonly updatedAt: number;
}

export interface Page {
  readonly id: string;
  readonly text: string;
  readonly scan?: { readonly id: string; readonly name: string; readonly mediaType: string };
}

export interface Answers {
  readonly whoAmI: { readonly scopes: readonly string[] };
  readonly findMembers: { readonly members: readonly Member[]; readonly next: string | null };
  readonly getMember: Member;
  readonly listLetters: { readonly letters: readonly Letter[]; readonly next: string | null };
  readonly getLetter: Letter;
  readonly listPages: { readonly pages: readonly Page[]; readonly next: string | null };
  readonly downloadScan: ReadableStream<Uint8Array>;
  readonly eraseMember: { readonly accepted: true };
  readonly uninstall: { readonly ended: true };
}
