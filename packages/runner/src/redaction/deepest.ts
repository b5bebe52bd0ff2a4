/** Levels of a vendor's record that are read; what lies deeper nobody looks for, and a record without end could end the process. */
export const deepest = 200;
