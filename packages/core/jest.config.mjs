import { projectConfig } from '../../jest.preset.mjs';

// No result may depend on the zone of the machine, and most machines of ours are in UTC.
process.env.TZ = 'America/New_York';

export default projectConfig('core');
