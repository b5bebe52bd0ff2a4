/** What is measured, in the order of measuring: the file of each part exports `measure(signal)`. */
export const parts = [
  {
    name: 'pipeline',
    title: 'A vendor call through the pipeline',
    about:
      'One call after the other to a local server, through the whole pipeline and through openapi-fetch alone, in rounds that alternate.',
  },
  {
    name: 'calls',
    title: 'Vendor calls of one request',
    about: 'At a vendor with 3,000 conversations, beside what no client can do without.',
  },
  {
    name: 'throughput',
    title: "Use of the share of the vendor's limit",
    about: 'A scan of 10,000 conversations at a vendor that enforces its declared limit to the letter.',
  },
  {
    name: 'budget',
    title: 'One rate budget for 1, 2 and 4 workers',
    about:
      'Access for 8 people on one connection, by so many worker processes: how much of the share of 75 % they use together in the long run, and how many requests above it the fullest of all windows holds at the vendor; below zero there is room left.',
  },
  {
    name: 'worker',
    title: 'Takeover and stop',
    about:
      'From SIGKILL of a worker to the first call of its task by another, the longest of some; and from SIGTERM to the end of a worker in the middle of a call, and of a service that works too, with an open stream of events and a download that nobody takes.',
  },
  {
    name: 'scan',
    title: 'List calls of requests that wait together',
    about:
      'Access for 1, 10 and 100 people at a vendor with 6,000 conversations, listed 100 at a time, and for one more with the index that this leaves.',
  },
  {
    name: 'memory',
    title: 'Memory',
    about: 'Peak of the process that reads, and then exports, a person with 100,000 messages.',
  },
  {
    name: 'package',
    title: 'A package of 1,000,000 messages',
    about:
      'Peak of a process that writes it from records that are made while they are read, in 1,000 conversations with names and addresses of others to redact, as a zip and encrypted to a recipient.',
  },
  {
    name: 'engine',
    title: 'Requests per second of one worker',
    about:
      'Access for 200 people at a vendor without a limit, from the start of the worker to its end, beside the engine alone doing as many steps that do nothing. The runner also calls the vendor, and encrypts and stores what it finds.',
  },
  {
    name: 'api',
    title: 'The HTTP API with 1,000 clients at once',
    about:
      'Each client creates a request and reads it three times, over a connection of its own, at one `dsr serve`. Client and server share the machine.',
  },
  {
    name: 'side-by-side',
    title: 'Access for 20 people, by the runner and by a script',
    about:
      'The script is what one would write instead: `fetch`, `p-retry`, `bottleneck` at the declared limit, one listing of everything per person ([source](../tools/bench/side-by-side/plain-script.mjs)). The runner uses 75 % of the limit and leaves the rest to others.',
  },
];
