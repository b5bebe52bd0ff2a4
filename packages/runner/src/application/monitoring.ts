/** What monitoring asks. */
export interface Monitoring {
  /** Whether the database answers and has the schema of this version. */
  ready(): Promise<boolean>;
  /** Figures in the text format of Prometheus. */
  metrics(): Promise<string>;
}
