import { runSimulatorProgram } from '@privacy-connectors/conformance/simulator';
import { startDriftSimulator } from './start-drift-simulator.js';

await runSimulatorProgram({
  title: 'Drift',
  start: startDriftSimulator,
  describe: ({ baseUrl, authorizationUrl, clientId, clientSecret, staticToken, world }) => {
    return { baseUrl, authorizationUrl, clientId, clientSecret, staticToken, subjects: world.subjects };
  },
});
