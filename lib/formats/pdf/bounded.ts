import { boundStates } from './states';

boundStates();
