import { describeConformance } from '../src/index.js';
import { connector } from './pigeon/connector.js';
import { pigeonVendor } from './pigeon/vendor.js';

describeConformance(connector, pigeonVendor);
