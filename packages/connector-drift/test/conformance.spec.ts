import { describeConformance } from '@privacy-connectors/conformance';
import { connector } from '../src/index.js';
import { driftVendor } from './drift.vendor.js';

describeConformance(connector, driftVendor);
