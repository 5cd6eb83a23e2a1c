'use client';
import { RightsTab } from '../material/rights-tab';

export function RightsStep() {
  return <RightsTab declares={false} />;
}
