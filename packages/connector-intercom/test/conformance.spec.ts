import { describeConformance } from '@privacy-connectors/conformance';
import { connector } from '../src/index.js';
import { intercomVendor } from './intercom.vendor.js';

describeConformance(connector, intercomVendor);
