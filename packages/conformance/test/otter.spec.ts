import { describeConformance } from '../src/index.js';
import { connector } from './otter/connector.js';
import { otterVendor } from './otter/vendor.js';

describeConformance(connector, otterVendor);
