/** Apart from what needs Payload: delivery reads the row too. */
export const SWEEP_KEY = 'sweep';
/** It runs at least every hour: two were missed. */
export const SWEEP_LATE_MS = 2 * 3_600_000;
