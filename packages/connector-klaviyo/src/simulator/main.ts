import { runSimulatorProgram } from '@privacy-connectors/conformance/simulator';
import { startKlaviyoSimulator } from './start-klaviyo-simulator.js';

await runSimulatorProgram({
  title: 'Klaviyo',
  start: startKlaviyoSimulator,
  describe: ({ baseUrl, privateKey, world }) => {
    return { baseUrl, privateKey, subjects: world.subjects.map(({ email }) => email) };
  },
});
