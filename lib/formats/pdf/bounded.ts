import { boundStates, tellEnded } from './states';

tellEnded();
boundStates();
