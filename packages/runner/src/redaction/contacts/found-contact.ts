/** An e-mail address or phone number in a folded text. */
export interface FoundContact {
  readonly kind: 'email' | 'phone';
  readonly start: number;
  readonly end: number;
  /** To be compared: an address in lower case without what hides it, or the digits of a number. */
  readonly value: string;
  /** Whether it certainly is one; otherwise it counts only when it is somebody's whom the vendor names. */
  readonly certain: boolean;
}
