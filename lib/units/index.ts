export { applyDecisions } from './decisions';
export { dutiesOf } from './duties';
export { guessKind } from './kind';
export { normaliseUnit } from './normalise';
export { parseRegion, relate } from './region';
export { regionOf } from './regionof';
export { suggest } from './suggest';
export type { Duty, DutyCertainty, DutyDecision, Profile, Suggestion, UnitKind, Why } from './types';
export { type Explanation, explain } from './why';
