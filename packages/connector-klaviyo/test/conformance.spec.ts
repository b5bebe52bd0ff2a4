import { describeConformance } from '@privacy-connectors/conformance';
import { connector } from '../src/index.js';
import { klaviyoVendor } from './klaviyo.vendor.js';

describeConformance(connector, klaviyoVendor);
