import { runSimulatorProgram } from '@privacy-connectors/conformance/simulator';
import { startIntercomSimulator } from './start-intercom-simulator.js';

await runSimulatorProgram({
  title: 'Intercom',
  start: startIntercomSimulator,
  describe: ({ baseUrl, authorizationUrl, clientId, clientSecret, staticToken, world }) => {
    return { baseUrl, authorizationUrl, clientId, clientSecret, staticToken, subjects: world.subjects };
  },
});
